import type { Instant } from '../../../domain/time.js';
import type { InlineReadModel } from '../inline-read-model.js';

/** A task across journeys: its kind, nothing of a person. */
export interface TaskRow {
  id: string;
  journey_id: string;
  kind: string;
  severity: number;
  state: string;
  opened_at: Instant;
}

/** Every task, also those that are done or whose reason is gone. */
export const taskReadModel: InlineReadModel<TaskRow> = {
  name: 'task',
  rowsOf: ({ plain }) =>
    plain.tasks.map(({ id, kind, severity, state, openedAt }) => ({
      id,
      journey_id: plain.journey,
      kind,
      severity,
      state,
      opened_at: openedAt,
    })),
  write: `
    task_gone AS (
      DELETE FROM rm.task t USING appended
       WHERE t.journey_id = $stream AND NOT t.id IN (SELECT (r->>'id')::uuid FROM jsonb_array_elements($rows) r)),
    task_written AS (
      INSERT INTO rm.task AS t
      SELECT r.* FROM appended, jsonb_populate_recordset(NULL::rm.task, $rows) r
      ON CONFLICT (id) DO UPDATE SET severity = excluded.severity, state = excluded.state,
                                     opened_at = excluded.opened_at
       WHERE (t.severity, t.state, t.opened_at)
             IS DISTINCT FROM (excluded.severity, excluded.state, excluded.opened_at))`,
};
