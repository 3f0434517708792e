import { dueAt } from '../../deadlines/plan.js';
import type { AgendaItem } from '../../deadlines/agenda.js';
import type { Instant } from '../../time.js';
import type { ProposedEvent } from '../events.js';
import type { JourneyState } from '../state.js';

/** The clock's wish: what is due now and needs nobody outside happens. `handle` does that after every command; this one has nothing else. */
export interface CarryOutDue {
  type: 'CarryOutDue';
}

/**
 * Deadlines whose day is over are missed. Of several reminders of one deadline that are due at once (after an
 * outage) the newest goes out and the others are overtaken: one message, never a volley.
 */
export function dueNow(state: JourneyState, now: Instant): ProposedEvent[] {
  const due = dueAt(now, agendaOf(state));
  const missed = due
    .filter(({ act }) => act === 'miss')
    .map(({ deadline }): ProposedEvent => ({ type: 'DeadlineMissed', plain: { deadline }, by: 'engine' }));
  const overtaken = due
    .filter((item) => item.act === 'remind' && newestOf(item, due) !== item)
    .map(({ key }): ProposedEvent => ({
      type: 'MessageSuppressed',
      plain: { key, why: 'overtaken' },
      by: 'engine',
    }));
  return [...missed, ...overtaken];
}

/** The keys of the messages that are due at `now` and have to leave the house. */
export const messagesDue = (state: JourneyState, now: Instant): string[] =>
  dueAt(now, agendaOf(state))
    .filter((item, _, due) => item.act === 'remind' && newestOf(item, due) === item)
    .map(({ key }) => key);

/** Items come sorted by instant, so the newest of a deadline and recipient is the last. */
const newestOf = (item: AgendaItem, due: AgendaItem[]): AgendaItem | undefined =>
  due.findLast(({ act, deadline, to }) => act === item.act && deadline === item.deadline && to === item.to);

const agendaOf = (state: JourneyState) => ({ case: state.case.agenda, status: state.status.agenda });
