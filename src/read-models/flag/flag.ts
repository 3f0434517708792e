import { flagRule, type JourneyState } from '../../../domain/journey/state.js';
import type { Day, Instant } from '../../../domain/time.js';
import type { InlineReadModel } from '../inline-read-model.js';

/** A raised flag across journeys: its rule's key, nothing of a person. */
export interface FlagRow {
  id: string;
  journey_id: string;
  rule: string;
  severity: number;
  since: Instant;
  snoozed_until: Day | null;
}

/** Every flag that is raised; one whose rule was erased is left out. */
export const flagReadModel: InlineReadModel<FlagRow> = {
  name: 'flag',
  key: 'id',
  rowsOf: flagRowsOf,
  changing: ['rule', 'severity', 'since', 'snoozed_until'],
};

/** The flags of one journey. */
export function flagRowsOf(state: JourneyState): FlagRow[] {
  return state.plain.flags.flatMap(({ id, severity, since, snoozedUntil }) => {
    const rule = flagRule(state, id);
    if (rule === undefined) return [];
    return [
      { id, journey_id: state.plain.journey, rule, severity, since, snoozed_until: snoozedUntil ?? null },
    ];
  });
}
