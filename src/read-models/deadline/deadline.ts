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
  rowsOf: (state) => deadlinesOf(state),
  write: `
    deadline_gone AS (
      DELETE FROM rm.deadline d USING appended
       WHERE d.journey_id = $stream AND NOT d.id IN (SELECT (r->>'id')::uuid FROM jsonb_array_elements($rows) r)),
    deadline_written AS (
      INSERT INTO rm.deadline AS d
      SELECT r.* FROM appended, jsonb_populate_recordset(NULL::rm.deadline, $rows) r
      ON CONFLICT (id) DO UPDATE SET previous_id = excluded.previous_id, due = excluded.due,
                                     due_raw = excluded.due_raw, state = excluded.state
       WHERE (d.previous_id, d.due, d.due_raw, d.state)
             IS DISTINCT FROM (excluded.previous_id, excluded.due, excluded.due_raw, excluded.state))`,
};

function deadlinesOf(state: JourneyState): DeadlineRow[] {
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
