import { again } from './again.js';
import { beating } from './beating.js';
import type { Chunk, ImportActs } from './ports.js';

/** The activities of an import's workflow, over whoever carries them out; `tell` takes what went wrong. */
export const createImportActivities = (acts: ImportActs, tell: (error: unknown) => void) => ({
  importLines: (chunk: Chunk) => beating(() => again(() => acts.importLines(chunk), tell)),
  giveUpImport: (importId: string) => again(() => acts.giveUpImport(importId), tell),
});

export type ImportActivities = ReturnType<typeof createImportActivities>;
