import { idsOf } from '../../journeys/command-ids.js';
import { namedId } from '../../named-id.js';
import { berlinDay } from '../../../domain/deadlines/berlin.js';
import { nextDue } from '../../../domain/deadlines/plan.js';
import type { PlanContext } from '../../../domain/deadlines/plan-context.js';
import type { Command } from '../../../domain/journey/commands/index.js';
import type { Actor, RecordedEvent } from '../../../domain/journey/events.js';
import { handle } from '../../../domain/journey/handle.js';
import { Refusal } from '../../../domain/journey/refusal.js';
import { agendaOf, initialState, type JourneyState } from '../../../domain/journey/state.js';
import { mailsDue, type DueMail } from '../../../domain/messages/mails-due.js';
import type { Instant } from '../../../domain/time.js';
import type { Entry } from './diary.js';
import { NoticesTold, type ToldNotice } from './notices-told.js';

/** How a life is lived: who records it, by which plan, and up to when. */
export interface Living {
  journey: string;
  actor: Actor;
  /** The plan of the past, with quiet hours as a programme keeps them, and that of today. */
  past: PlanContext;
  present: PlanContext;
  now: Instant;
  /** Whether what is sent to the participant comes back. */
  bounces: boolean;
  /** What a mail was made with. */
  toldWith(
    state: JourneyState,
    mail: DueMail,
    now: Instant,
  ): Extract<Command, { type: 'ClaimMessage' }>['told'];
}

/** A life lived up to now. */
export interface Lived {
  journey: string;
  state: JourneyState;
  events: RecordedEvent[];
  /** What staff were told of it by mail, and when. */
  told: ToldNotice[];
  /** How many entries a rule stood against: none, or the diary has a mistake. */
  refused: number;
}

/**
 * Lets a diary happen on a clock of its own, from its first entry up to now: every command takes its whole way, and
 * between two of them the clock's own acts happen when they are due. What would have been sent is recorded as sent.
 */
export function live(diary: readonly Entry[], living: Living): Lived {
  const life = new Life(living);
  for (const { at, record } of diary.filter(({ at }) => at < living.now)) {
    life.passUntil(at);
    record(berlinDay(at), life.state).forEach((command) => life.tries(command));
  }
  life.passUntil(living.now);
  life.arrive();
  for (const { at, record } of diary.filter(({ at }) => at >= living.now))
    record(berlinDay(at), life.state).forEach((command) => life.tries(command));
  const { state, events, refused, notices } = life;
  return { journey: living.journey, state, events, told: notices.told, refused };
}

class Life {
  state: JourneyState;
  readonly events: RecordedEvent[] = [];
  readonly notices: NoticesTold;
  refused = 0;
  private now: Instant = '';
  private plan: PlanContext;
  private commands = 0;

  constructor(private readonly living: Living) {
    this.state = initialState(living.journey);
    this.plan = living.past;
    this.notices = new NoticesTold(living.past);
  }

  /** Lets time pass; what is due on the way happens in its instant. */
  passUntil(until: Instant): void {
    for (;;) {
      const next = nextDue(agendaOf(this.state));
      if (next === undefined || next > until) break;
      this.reach(next > this.now ? next : this.now);
      this.carryOut();
    }
    this.reach(until);
  }

  /** Today's plan takes over; what it finds due waits for the clock, as it does after any start. */
  arrive(): void {
    this.plan = this.living.present;
    this.does({ type: 'CarryOutDue' });
  }

  does(command: Command): RecordedEvent[] {
    const { journey, actor } = this.living;
    const commandId = namedId(`command|${(this.commands += 1)}`, journey);
    const { idFor, ids } = idsOf(commandId);
    const { programme } = this.plan;
    const { events, state } = handle(
      this.state,
      command,
      { now: this.now, actor, programme, windows: this.plan, idFor },
      this.plan,
      ids,
    );
    this.state = state;
    this.events.push(...events);
    this.notices.hear(events);
    return events;
  }

  /** One entry that a rule stands against must not keep everybody from a demonstration: it is counted. */
  tries(command: Command): void {
    try {
      this.does(command);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refused += 1;
    }
  }

  private reach(instant: Instant): void {
    this.notices.passUntil(instant, this.state);
    this.now = instant;
  }

  /** As the workflow has it done, but that no mail goes out. */
  private carryOut(): void {
    this.does({ type: 'CarryOutDue' });
    for (const mail of mailsDue(this.state, this.now)) {
      const told = this.living.toldWith(this.state, mail, this.now);
      const claimed = this.does({ type: 'ClaimMessage', ...mail, ...(told && { told }) }).find(isSending);
      if (!claimed) continue;
      const { key, attempt } = claimed.plain;
      const outcome = this.living.bounces
        ? ({ state: 'failed', why: 'smtp_550' } as const)
        : ({ state: 'sent', why: 'demonstration' } as const);
      this.does({ type: 'SettleMessage', key, attempt, outcome });
    }
  }
}

const isSending = (event: RecordedEvent): event is Extract<RecordedEvent, { type: 'MessageSending' }> =>
  event.type === 'MessageSending';
