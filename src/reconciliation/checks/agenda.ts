import { agendaChange } from '../../../domain/journey/agenda-change.js';
import { copyOf } from '../../../domain/journey/copy.js';
import { plan } from '../../../domain/deadlines/plan.js';
import type { Check } from './check.js';

/**
 * The recorded agenda is the plan of the facts, where the row says that it was planned as one plans today. A command
 * plans as of its own instant: only what it would change too is a difference.
 */
export const agenda: Check = ({ id, row, journey }, { programmes, now }) => {
  if (!row || !journey || journey.row.agenda_stamp !== '') return [];
  const planning = programmes.planning(journey.state.plain.programme);
  if (row['agenda_stamp'] !== planning.stamp) return []; // it is to be planned anew anyway
  const state = copyOf(journey.state);
  if (state.plain.lastRecordedAt < now) state.plain.lastRecordedAt = now;
  if (!agendaChange(state, plan(state, planning))) return [];
  return [{ subject: id, detail: 'not the plan of the facts', remedy: 'replan' }];
};
