import type { AgendaItem } from '../deadlines/agenda.js';
import { dueAt } from '../deadlines/plan.js';
import { agendaOf, type JourneyState } from '../journey/state.js';
import type { Instant } from '../time.js';
import { isYetToGo } from './message-state.js';

/** A mail that is due: the message that it is named after, and the others that it carries. */
export interface DueMail {
  key: string;
  with: string[];
}

/**
 * The mails that are due at `now`. What is due together is one mail. One that was handed to the SMTP server before
 * comes again as it was then, under the same name, less what is no longer true.
 */
export function mailsDue(state: JourneyState, now: Instant): DueMail[] {
  const { messages } = state.plain;
  const mails = new Map<string, string[]>();
  for (const { key } of remindersDue(state, now)) {
    const act = messages[key];
    const mail = act && !isYetToGo(act) ? act.mail : 'new';
    mails.set(mail, [...(mails.get(mail) ?? []), key]);
  }
  return [...mails].map(([mail, keys]) => {
    const key = keys.includes(mail) ? mail : (keys[0] ?? '');
    return { key, with: keys.filter((each) => each !== key) };
  });
}

/** Of several rungs of one deadline that are due only the newest is told; an open claim is settled in any case. */
export const remindersDue = (state: JourneyState, now: Instant): AgendaItem[] =>
  dueAt(now, agendaOf(state)).filter(
    (item, _, due) => item.act === 'remind' && !isOvertaken(item, due, state),
  );

/** Whether a newer rung of the same deadline is due as well; items come sorted by their instants. */
export function isOvertaken(item: AgendaItem, due: readonly AgendaItem[], { plain }: JourneyState): boolean {
  if (plain.messages[item.key]?.state === 'sending') return false;
  const newest = due.findLast(
    ({ act, deadline, to }) => act === item.act && deadline === item.deadline && to === item.to,
  );
  return newest !== item;
}
