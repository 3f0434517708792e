import { deadlinesIn } from '../../../domain/deadlines/agenda.js';
import { agendaOf, type JourneyState } from '../../../domain/journey/state.js';
import type { Day } from '../../../domain/time.js';
import type { InlineReadModel } from '../inline-read-model.js';

/** A deadline across journeys; days are calendar days in the programme's region. */
export interface DeadlineRow {
  id: string;
  journey_id: string;
  previous_id: string | null;
  rule: string;
  due: Day;
  due_raw: Day;
  state: string;
}

/** Every deadline of every journey, for lists by day and rule. */
export const deadlineReadModel: InlineReadModel<DeadlineRow> = {
  name: 'deadline',
  key: 'id',
  rowsOf: deadlineRowsOf,
  changing: ['previous_id', 'due', 'due_raw', 'state'],
};

/** The deadlines of one journey. */
export function deadlineRowsOf(state: JourneyState): DeadlineRow[] {
  return deadlinesIn(agendaOf(state)).map((deadline) => ({
    id: deadline.id,
    journey_id: state.plain.journey,
    previous_id: deadline.previousId ?? null,
    rule: deadline.rule,
    due: deadline.due,
    due_raw: deadline.dueRaw,
    state: deadline.state,
  }));
}
