import { inlineReadModels } from '../index.js';

/** The read models that follow from the journeys' streams. `journey` is the row that holds the folded state. */
export const journeyModels: readonly string[] = ['journey', ...inlineReadModels.map(({ name }) => name)];

/** The one that follows from the accounts' streams. */
export const staffMailModel = 'staff_mail';

/** Every read model that can be rebuilt from the log; its table is `rm.<name>`. */
export const rebuildable: readonly string[] = [...journeyModels, staffMailModel];
