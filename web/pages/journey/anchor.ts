import type { EventView } from '../../../contract/journeys/event.js';
import type { Day } from '../../time/days.js';

/** The day from which a deadline was computed, as the last plan that named it has it. */
export function anchorOf(deadline: string, events: readonly EventView[]): Day | undefined {
  for (const { type, data } of events.toReversed()) {
    if (type !== 'AgendaChanged' || !Array.isArray(data.deadlines)) continue;
    const found = (data.deadlines as { id?: unknown; anchorValue?: unknown }[]).find(
      ({ id }) => id === deadline,
    );
    if (found) return typeof found.anchorValue === 'string' ? found.anchorValue : undefined;
  }
  return undefined;
}
