import type { Command } from '../../domain/journey/commands/index.js';
import type { RecordedEvent } from '../../domain/journey/events.js';
import type { JourneyState } from '../../domain/journey/state.js';
import { mailsDue, type DueMail } from '../../domain/messages/mails-due.js';
import type { Instant } from '../../domain/time.js';
import type { Clock } from '../clock/clock.js';
import type { Sql } from '../database/sql.js';
import type { CommandOrigin, CommandResult, CommandRunner } from '../journeys/command-runner.js';
import type { Programmes } from '../programmes/programmes.js';
import type { CallBack } from './call-back.js';
import { callBackOf } from './call-back-of.js';
import type { ReminderMail } from './compose.js';
import { composeDue } from './compose-due.js';
import { insist } from './insist.js';
import { beginWithinMs, type Mailer } from './mailer.js';
import type { Texts } from './texts.js';

/** What sending needs. */
export interface ReminderParts {
  sql: Sql;
  clock: Clock;
  runner: CommandRunner;
  programmes: Programmes;
  texts: ReadonlyMap<string, Texts>;
  mailer: Mailer;
  officePhone?: string;
}

/** The mail that one round is about, where there is one. */
interface Round {
  now: Instant;
  callBack: CallBack;
  due?: DueMail | undefined;
  mail?: ReminderMail | undefined;
  /** Why it could not be composed: what else was due is carried out all the same. */
  failure?: Error;
}

/**
 * Carries out what is due in a journey, and sends the mails to the participant that are, each from claim to outcome. The
 * claim is recorded before SMTP is spoken to, along with what else was due, only while all that the mail carries is due
 * and still true: at least once, and twice only where a process dies between SMTP's answer and its record.
 * @returns what the last command has led to
 */
export async function carryOutAndSend(
  parts: ReminderParts,
  journey: string,
  origin: CommandOrigin,
): Promise<CommandResult> {
  const endsAt = performance.now() + beginWithinMs;
  const looked = new Set<string>();
  for (;;) {
    const round: Round = { now: '', callBack: {} };
    let last = await parts.runner.run(journey, { type: 'CarryOutDue' }, origin, {
      followUp: (state, now, surroundings) =>
        wishOf(
          parts,
          state,
          Object.assign(round, {
            now,
            callBack: callBackOf(surroundings, parts.officePhone),
            due: nextOf(state, now, looked),
          }),
        ),
    });
    const { now, due, mail, failure } = round;
    if (failure) throw failure;
    const claim = last.events.find((event) => event.type === 'MessageSending');
    // without a claim somebody else has it, it has to wait, or it is no longer true
    if (due && mail && claim) last = await send(parts, journey, { due, mail, claim, claimed: last }, origin);
    if (due) looked.add(due.key);
    // what is left when time is over is due still, and carried out by the next act
    if (!nextOf(last.state, now, looked) || performance.now() > endsAt) return last;
  }
}

const nextOf = (state: JourneyState, now: Instant, looked: ReadonlySet<string>): DueMail | undefined =>
  mailsDue(state, now).find(({ key }) => !looked.has(key));

/** The claim on the round's mail, which is composed for it; a suppression where nobody could be called back. */
function wishOf(parts: ReminderParts, state: JourneyState, round: Round): Command | undefined {
  const { due } = round;
  if (!due) return undefined;
  try {
    round.mail = compose(parts, state, due, round);
  } catch (error) {
    round.failure = error as Error;
    return undefined;
  }
  const { mail } = round;
  if (!mail) return { type: 'SuppressMessage', ...due, why: 'no_callback_number' };
  return { type: 'ClaimMessage', ...due, told: { ...mail.told, language: mail.language } };
}

async function send(
  { runner, mailer }: ReminderParts,
  journey: string,
  {
    due: { key },
    mail,
    claim,
    claimed,
  }: {
    due: DueMail;
    mail: ReminderMail;
    claim: RecordedEvent & { type: 'MessageSending' };
    claimed: CommandResult;
  },
  origin: CommandOrigin,
): Promise<CommandResult> {
  const outcome = await mailer.send(mail, key, claim.recordedAt);
  return insist(() =>
    runner.run(
      journey,
      { type: 'SettleMessage', key, attempt: claim.plain.attempt, outcome },
      { ...origin, causationId: claim.id },
      { after: claimed },
    ),
  );
}

function compose(
  parts: ReminderParts,
  state: JourneyState,
  due: DueMail,
  { callBack, now }: Round,
): ReminderMail | undefined {
  const { programme } = state.plain;
  const texts = parts.texts.get(programme);
  if (!texts) throw new Error('The texts of this programme are not installed here');
  const { calendar } = parts.programmes.planning(programme);
  return composeDue(state, due, callBack, { texts, calendar, now });
}
