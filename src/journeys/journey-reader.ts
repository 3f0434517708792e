import { Inject, Injectable } from '@nestjs/common';
import type { Journey, ReducedJourney } from '../../contract/journeys/journey.js';
import type { RecordedEvent } from '../../domain/journey/events.js';
import { fold } from '../../domain/journey/evolve.js';
import type { JourneyState } from '../../domain/journey/state.js';
import type { Instant } from '../../domain/time.js';
import { accessTo, type Access } from '../http/guards/access-to.js';
import type { Account } from '../http/ports.js';
import { notFound } from '../http/problems.js';
import { ActorNames, nobodysName, type NamesOfActors } from '../access/actor-names.js';
import { PLATFORM, type Platform } from '../platform.js';
import { mailsOfNotices, noMails } from '../read-models/staff-mail/mails-of-notices.js';
import { callBackOf } from '../reminders/call-back-of.js';
import { Coaches } from './coaches.js';
import type { JourneySurroundings } from './journey-surroundings.js';
import { loadEvents, loadJourney } from './loaded-journey.js';
import { OpenedPasts } from './opened-pasts.js';
import { OpenedStates, type RowOfJourney } from './opened-states.js';
import { journeyView, reducedView } from './views/journey-view.js';
import type { Language } from './views/language.js';
import type { ViewContext } from './views/view-context.js';

/** Who reads, and in which language. */
export interface Reader {
  account: Account;
  language: Language;
}

/** Reads journeys, as they are and as they were. */
@Injectable()
export class JourneyReader {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly coaches: Coaches,
    private readonly names: ActorNames,
    private readonly states: OpenedStates,
    private readonly pasts: OpenedPasts,
  ) {}

  /** The journey as it is. */
  async now(id: string): Promise<JourneyState> {
    const { sql, secrets } = this.platform;
    return (await loadJourney(sql, secrets.wrapping, id)).state;
  }

  /**
   * The journeys of a list's rows, by id; those left out that were taken from the reader between the row and the state.
   * Nobody may change what is given out.
   * @param isPassing whether it is a page that nobody comes back to, as of a word that is being typed
   */
  async of(
    rows: readonly RowOfJourney[],
    { account }: Reader,
    wanted: Access,
    isPassing = false,
  ): Promise<ReadonlyMap<string, JourneyState>> {
    const states = await this.states.of(rows, isPassing);
    const seen = [...states].filter(([, { plain }]) => {
      const access = accessTo(account, { commune: plain.commune, coachId: plain.coach });
      return access === 'full' || access === wanted;
    });
    return new Map(seen);
  }

  /** The journey as it was known at an instant. */
  async at(id: string, instant: Instant): Promise<JourneyState> {
    const events = await this.pasts.of(id);
    return fold(
      id,
      events.filter(({ recordedAt }) => recordedAt <= instant),
    );
  }

  /** What had happened in the journey up to a version of its stream. */
  async eventsUntil(id: string, version: number): Promise<RecordedEvent[]> {
    const { sql, secrets } = this.platform;
    return (await loadEvents(sql, secrets.wrapping, id, version)).events;
  }

  /**
   * The journey as the reader may see it: in full, or reduced where it is a colleague's.
   * @param now the journey of today, which decides who may see an older state
   * @param at the instant at which it was so, where that is not now
   * @throws Problem 404 where it is outside of her scope
   */
  async show(
    state: JourneyState,
    reader: Reader,
    now = state,
    at?: Instant,
  ): Promise<Journey | ReducedJourney> {
    const { commune, coach: coachId } = now.plain;
    const access = accessTo(reader.account, { commune, coachId });
    if (!access) throw notFound();
    const today = await this.contextOf(state, reader);
    const context = at === undefined ? today : { ...today, now: at };
    return access === 'full' ? journeyView(state, context) : reducedView(state, context);
  }

  /** The journey in full, for whom the checks before it have let through. */
  async full(state: JourneyState, reader: Reader, known?: JourneySurroundings): Promise<Journey> {
    return journeyView(state, await this.contextOf(state, reader, known));
  }

  /** What a view of this journey needs; `known` where its surroundings were just read. */
  async contextOf(
    { plain }: JourneyState,
    { account, language }: Reader,
    known?: JourneySurroundings,
  ): Promise<ViewContext> {
    const surroundings = known ?? (await this.coaches.surroundingsOf(plain.coach));
    const staffMails = await mailsOfNotices(this.platform.sql, Object.keys(plain.notices));
    const names = await this.namesIn([plain]);
    return this.context(plain.programme, surroundings, { account, language }, staffMails, names);
  }

  /** Of those whose doing the views of these journeys name. */
  namesIn(states: readonly JourneyState['plain'][]): Promise<NamesOfActors> {
    return this.names.of(
      states.flatMap(({ milestones, messages }) => [
        ...milestones.map(({ recordedBy }) => recordedBy),
        ...Object.values(messages).flatMap(({ heldBack }) => (heldBack ? [heldBack.by] : [])),
      ]),
    );
  }

  /**
   * The same where the surroundings are known; without the mails to staff, messages look as if none had left,
   * and without names nobody is named.
   */
  async context(
    programme: string,
    surroundings: JourneySurroundings,
    { account, language }: Reader,
    staffMails = noMails,
    names = nobodysName,
  ): Promise<ViewContext> {
    const { programmes, texts, config, clock } = this.platform;
    const found = texts.get(programme);
    if (!found) throw new Error('The texts of this programme are not installed here');
    const mailDomain = config.mailFrom.split('@')[1] ?? 'localhost';
    return {
      role: account.role,
      language,
      programme: programmes.of(programme),
      planning: programmes.planning(programme),
      texts: found,
      coach: surroundings.coach,
      callBack: callBackOf(surroundings, config.officePhone),
      now: await clock.at(surroundings.databaseNow),
      staffMails,
      names,
      mailDomain,
    };
  }
}
