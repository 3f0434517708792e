import { flagRule } from '../../../domain/journey/state.js';
import type { Instant } from '../../../domain/time.js';
import type { InlineReadModel } from '../inline-read-model.js';

/** A raised flag across journeys: its rule's key, nothing of a person. */
export interface FlagRow {
  id: string;
  journey_id: string;
  rule: string;
  severity: number;
  since: Instant;
}

/** Every flag that is raised; one whose rule was erased is left out. */
export const flagReadModel: InlineReadModel<FlagRow> = {
  name: 'flag',
  rowsOf: (state) =>
    state.plain.flags.flatMap(({ id, severity, since }) => {
      const rule = flagRule(state, id);
      return rule === undefined ? [] : [{ id, journey_id: state.plain.journey, rule, severity, since }];
    }),
  write: `
    flag_gone AS (
      DELETE FROM rm.flag f USING appended
       WHERE f.journey_id = $stream AND NOT f.id IN (SELECT (r->>'id')::uuid FROM jsonb_array_elements($rows) r)),
    flag_written AS (
      INSERT INTO rm.flag AS f
      SELECT r.* FROM appended, jsonb_populate_recordset(NULL::rm.flag, $rows) r
      ON CONFLICT (id) DO UPDATE SET rule = excluded.rule, severity = excluded.severity, since = excluded.since
       WHERE (f.rule, f.severity, f.since) IS DISTINCT FROM (excluded.rule, excluded.severity, excluded.since))`,
};
