import type { JourneyState } from '../journey/state.js';
import type { Day } from '../time.js';
import { orderIn, pathOf } from './phase.js';
import type { Programme } from './schema/programme.js';

/** How a journey leaves a phase: to a later one, to an earlier one, or because it is closed. */
export type Leaving = 'onward' | 'back' | 'ended';

/** The time that a journey has spent in a phase, from one day to another; it is still there where it has not left. */
export interface Stay {
  phase: string;
  enteredOn: Day;
  left?: { on: Day; way: Leaving };
}

/**
 * The stays of a journey in its phases, one after the other, as the facts that stand tell them. None ends before it
 * begins, whatever days were recorded. One whose day was erased is left out.
 */
export function staysOf(state: JourneyState, programme: Programme): Stay[] {
  if (!state.plain.opened) return [];
  const order = orderIn(programme);
  const path = pathOf(state, programme);
  return path.flatMap(({ key: phase, since: enteredOn }, at): Stay[] => {
    if (enteredOn === undefined) return [];
    const next = path[at + 1];
    if (!next && state.plain.open) return [{ phase, enteredOn }];
    const on = next ? next.since : state.case.closedOn;
    if (on === undefined) return [];
    const way = !next ? 'ended' : order(next.key) > order(phase) ? 'onward' : 'back';
    return [{ phase, enteredOn, left: { on: on < enteredOn ? enteredOn : on, way } }];
  });
}
