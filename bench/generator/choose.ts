import { later } from '../../domain/deadlines/windows.js';
import type { Instant } from '../../domain/time.js';
import type { LivedLife } from './lived.js';
import { nextDue } from '../../domain/deadlines/plan.js';
import { agendaOf } from '../../domain/journey/state.js';

/** So long nothing may be due: until then it is measured. */
const quietSeconds = 3 * 60 * 60;
/** Of journeys that stand on average for years of work. */
const meanOfEvents = 30;

/**
 * Of lives those that nothing is due of in the next hours; of these the shorter ones, so that they have the wanted
 * number of events on average.
 */
export function chosen(lives: readonly LivedLife[], now: Instant): LivedLife[] {
  const quiet = lives.filter(({ state }) => (nextDue(agendaOf(state)) ?? '9') > later(now, quietSeconds));
  const sorted = quiet.toSorted((a, b) => a.events.length - b.events.length);
  let [sum, count] = [0, 0];
  for (const { events } of sorted) {
    if (count > 0 && (sum + events.length) / (count + 1) > meanOfEvents) break;
    sum += events.length;
    count += 1;
  }
  return sorted.slice(0, count);
}
