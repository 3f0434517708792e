import type { Role } from '../../../contract/access.js';
import type { Journey } from '../../../contract/journeys/journey.js';
import type { JourneyState } from '../../../domain/journey/state.js';
import { seesNotes } from './view-context.js';

/** The reached milestones, in the order in which they were recorded, with what the role may see. */
export function milestonesOf(state: JourneyState, role: Role): Journey['milestones'] {
  return state.plain.milestones.map(({ id, milestone, recordedAt, recordedBy, data }) => {
    const own = state.case.milestones[id];
    const notes = seesNotes(role) ? state.notes[id] : undefined;
    return {
      id,
      milestone,
      ...(own && { on: own.on }),
      recordedAt,
      recordedBy,
      data: {
        ...data,
        ...own?.data,
        ...state.status.milestones[id],
        ...state.contact.milestones[id],
        ...notes?.data,
      },
      ...(notes?.note !== undefined && { note: notes.note }),
    };
  });
}

/** The modules and how far each has come. */
export const modulesOf = ({ plain, case: own }: JourneyState): Journey['modules'] =>
  plain.modules.map(({ id, module, state: reached, source }) => {
    const since = own.modules[id]?.since;
    return {
      id,
      module,
      state: reached,
      ...(since !== undefined && { since }),
      source: source ?? 'person',
    };
  });
