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
  key: 'id',
  rowsOf: ({ plain }) =>
    plain.tasks.map(({ id, kind, severity, state, openedAt }) => ({
      id,
      journey_id: plain.journey,
      kind,
      severity,
      state,
      opened_at: openedAt,
    })),
  changing: ['severity', 'state', 'opened_at'],
};
