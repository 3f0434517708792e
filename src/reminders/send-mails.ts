import type { JourneyState } from '../../domain/journey/state.js';
import { mailsDue, type DueMail } from '../../domain/messages/mails-due.js';
import type { Clock } from '../clock/clock.js';
import type { Sql } from '../database/sql.js';
import type { CommandOrigin, CommandResult, CommandRunner } from '../journeys/command-runner.js';
import type { Programmes } from '../programmes/programmes.js';
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

/**
 * Sends the mails to the participant that are due, each from claim to outcome. The claim is recorded before SMTP is
 * spoken to, only while all that the mail carries is due and still true: at least once, and twice only where a process
 * dies between SMTP's answer and its record.
 * @param before what the act before has led to; given back where nothing is due
 * @returns what the last act has led to
 */
export async function sendMails(
  parts: ReminderParts,
  before: CommandResult,
  origin: CommandOrigin,
): Promise<CommandResult> {
  let last = before;
  const endsAt = performance.now() + beginWithinMs;
  for (const due of mailsDue(before.state, await parts.clock.now())) {
    last = await sendMail(parts, last.state, due, origin);
    if (performance.now() > endsAt) break; // what is left is due still, and carried out by the next act
  }
  return last;
}

async function sendMail(
  parts: ReminderParts,
  state: JourneyState,
  due: DueMail,
  origin: CommandOrigin,
): Promise<CommandResult> {
  const { journey } = state.plain;
  const { runner, mailer } = parts;
  const mail = await compose(parts, state, due);
  if (!mail)
    return runner.run(journey, { type: 'SuppressMessage', ...due, why: 'no_callback_number' }, origin);
  const told = { ...mail.told, language: mail.language };
  const claim = await runner.run(journey, { type: 'ClaimMessage', ...due, told }, origin);
  const claimed = claim.events.find((event) => event.type === 'MessageSending');
  if (!claimed) return claim; // somebody else has it, it has to wait, or it is no longer true
  const outcome = await mailer.send(mail, due.key);
  return insist(() =>
    runner.run(
      journey,
      { type: 'SettleMessage', key: due.key, attempt: claimed.plain.attempt, outcome },
      { ...origin, causationId: claimed.id },
    ),
  );
}

async function compose(
  parts: ReminderParts,
  state: JourneyState,
  due: DueMail,
): Promise<ReminderMail | undefined> {
  const { programme, coach } = state.plain;
  const texts = parts.texts.get(programme);
  if (!texts) throw new Error('The texts of this programme are not installed here');
  return composeDue(state, due, await callBackOf(parts, coach), {
    texts,
    calendar: parts.programmes.planning(programme).calendar,
    now: await parts.clock.now(),
  });
}
