import type { RecordMilestone } from '../journey/command.js';
import type { JourneyState, Reminder } from '../journey/state.js';
import type { JourneyStore } from '../store/journey-store.js';

/** What a journey's workflow has done for it. */
export const activitiesOf = (store: JourneyStore) => ({
  open: (id: string, state: JourneyState): Promise<void> => store.open(id, state),
  append: (id: string, state: JourneyState, command: RecordMilestone): Promise<void> =>
    store.append(id, state, command),
  remind: (id: string, state: JourneyState, reminder: Reminder): Promise<void> =>
    store.remind(id, state, reminder),
});
export type Activities = ReturnType<typeof activitiesOf>;
