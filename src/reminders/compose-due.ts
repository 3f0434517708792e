import type { AgendaItem } from '../../domain/deadlines/agenda.js';
import type { JourneyState } from '../../domain/journey/state.js';
import type { DueMail } from '../../domain/messages/mails-due.js';
import type { CallBack } from './call-back.js';
import { composeMail, type ReminderMail } from './compose.js';
import type { Composing, DueReminder } from './mail-texts.js';

/**
 * Composes a mail that is due, of all the reminders that it carries.
 * @returns `undefined` where there is no number to be called back under, or no address
 */
export function composeDue(
  state: JourneyState,
  due: DueMail,
  callBack: CallBack,
  composing: Composing,
): ReminderMail | undefined {
  const reminders = [due.key, ...due.with].map((key) => reminderOf(state, key));
  return composeMail(state, reminders, callBack, composing);
}

function reminderOf({ case: own, status }: JourneyState, key: string): DueReminder {
  const item: AgendaItem | undefined = own.agenda.items[key] ?? status.agenda.items[key];
  const id = item?.deadline ?? '';
  const deadline = own.agenda.deadlines[id] ?? status.agenda.deadlines[id];
  if (!item || !deadline) throw new Error('A reminder without its deadline');
  return { text: item.text ?? '', rule: item.rule, due: deadline.due, deadline };
}
