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
  key: 'id',
  rowsOf: (state) =>
    state.plain.flags.flatMap(({ id, severity, since }) => {
      const rule = flagRule(state, id);
      return rule === undefined ? [] : [{ id, journey_id: state.plain.journey, rule, severity, since }];
    }),
  changing: ['rule', 'severity', 'since'],
};
