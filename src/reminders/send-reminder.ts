import type { AgendaItem } from '../../domain/deadlines/agenda.js';
import type { JourneyState } from '../../domain/journey/state.js';
import type { Clock } from '../clock/clock.js';
import type { Sql } from '../database/sql.js';
import type { CommandOrigin, CommandRunner } from '../journeys/command-runner.js';
import type { Programmes } from '../programmes/programmes.js';
import type { CallBack } from './call-back.js';
import { composeMail } from './compose.js';
import type { DueReminder } from './mail-texts.js';
import type { Mailer } from './mailer.js';
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
 * One reminder, from claim to outcome. The claim is recorded before SMTP is spoken to, only while the reminder is
 * due and still true: at least once, and twice only where a process dies between SMTP's answer and its record.
 */
export async function sendReminder(
  parts: ReminderParts,
  state: JourneyState,
  key: string,
  origin: CommandOrigin,
): Promise<void> {
  const { journey, programme } = state.plain;
  const { runner, mailer } = parts;
  const item = itemOf(state, key);
  const mail =
    item &&
    composeMail(state, [reminderOf(state, item)], await callBackOf(parts, state), {
      texts: textsOf(parts, programme),
      calendar: parts.programmes.planning(programme).calendar,
      now: await parts.clock.now(),
    });
  if (!mail) {
    await runner.run(journey, { type: 'SuppressMessage', key, why: 'no_callback_number' }, origin);
    return;
  }
  const claim = await runner.run(journey, { type: 'ClaimMessage', key }, origin);
  const claimed = claim.events.find((event) => event.type === 'MessageSending');
  if (!claimed) return; // somebody else has it, or it is no longer true
  const outcome = await mailer.send(mail, key);
  await runner.run(
    journey,
    { type: 'SettleMessage', key, attempt: claimed.plain.attempt, outcome },
    { ...origin, causationId: claimed.id },
  );
}

const itemOf = ({ case: own, status }: JourneyState, key: string): AgendaItem | undefined =>
  own.agenda.items[key] ?? status.agenda.items[key];

function reminderOf(
  { case: own, status }: JourneyState,
  { rule, text = '', deadline }: AgendaItem,
): DueReminder {
  const found = own.agenda.deadlines[deadline] ?? status.agenda.deadlines[deadline];
  if (!found) throw new Error('An agenda item without its deadline');
  return { text, rule, due: found.due, deadline: found };
}

async function callBackOf({ sql, officePhone }: ReminderParts, { plain }: JourneyState): Promise<CallBack> {
  const { rows } = await sql.query<{ name: string; phone: string | null }>(
    'SELECT name, phone FROM access.account WHERE id = $1 AND disabled_at IS NULL',
    [plain.coach],
  );
  const [coach] = rows;
  return {
    ...(coach?.phone && { coach: { name: coach.name, phone: coach.phone } }),
    ...(officePhone !== undefined && { officePhone }),
  };
}

function textsOf({ texts }: ReminderParts, programme: string): Texts {
  const found = texts.get(programme);
  if (!found) throw new Error('The texts of this programme are not installed here');
  return found;
}
