import type { Command } from '../../../domain/journey/commands/index.js';
import type { Data, ModuleState } from '../../../domain/journey/events.js';
import { modulesOf } from '../../../domain/journey/facts.js';
import type { JourneyState } from '../../../domain/journey/state.js';
import type { Day } from '../../../domain/time.js';

/** A milestone on the day of its entry. */
export const reach =
  (milestone: string, data: Data | ((on: Day) => Data) = {}) =>
  (on: Day): Command => ({
    type: 'ReachMilestone',
    milestone,
    on,
    data: typeof data === 'function' ? data(on) : data,
  });

/** A module is proposed. */
export const propose =
  (module: string, provider?: string) =>
  (on: Day): Command => ({ type: 'ProposeModule', module, on, ...(provider !== undefined && { provider }) });

/** The newest instance of a module goes on. */
export const move =
  (module: string, to: ModuleState, more: { reason?: string; result?: string } = {}) =>
  (on: Day, state: JourneyState): Command => {
    const record = modulesOf(state).findLast((known) => known.module === module)?.id ?? '';
    return { type: 'ChangeModule', record, state: to, on, ...more };
  };
