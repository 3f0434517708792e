import type { Journey } from '../../../contract/journeys/journey.js';
import { modulesOf } from '../../../domain/journey/facts.js';
import type { JourneyState } from '../../../domain/journey/state.js';
import { actorView } from '../../access/actor-names.js';
import { seesNotes, type ViewContext } from './view-context.js';

/** The milestones in the order in which they were recorded, withdrawn ones too, with what the role may see. */
export function milestoneViews(
  state: JourneyState,
  { role, names }: Pick<ViewContext, 'role' | 'names'>,
): Journey['milestones'] {
  return state.plain.milestones.map(({ id, milestone, recordedAt, recordedBy, data, withdrawn }) => {
    const own = state.case.milestones[id];
    const notes = seesNotes(role) ? state.notes[id] : undefined;
    return {
      id,
      milestone,
      ...(own && { on: own.on }),
      recordedAt,
      recordedBy: actorView(recordedBy, names),
      data: {
        ...data,
        ...own?.data,
        ...state.status.milestones[id],
        ...state.contact.milestones[id],
        ...notes?.data,
      },
      ...(notes?.note !== undefined && { note: notes.note }),
      ...(withdrawn && { withdrawn }),
    };
  });
}

/** The modules that stand and how far each has come. */
export const moduleViews = (state: JourneyState): Journey['modules'] =>
  modulesOf(state).map(({ id, module, state: reached, since, imported }) => ({
    id,
    module,
    state: reached,
    ...(since !== undefined && { since }),
    source: imported ? 'register' : 'person',
  }));
