import { ApplicationFailure } from '@temporalio/common';
import { beating } from './beating.js';
import type { Chunk, ImportActs } from './ports.js';

/** The activities of an import's workflow, over whoever carries them out; `tell` takes what went wrong. */
export const createImportActivities = (acts: ImportActs, tell: (error: unknown) => void) => ({
  importLines: (chunk: Chunk) => beating(() => again(() => acts.importLines(chunk), tell)),
  giveUpImport: (importId: string) => again(() => acts.giveUpImport(importId), tell),
});

export type ImportActivities = ReturnType<typeof createImportActivities>;

/**
 * Temporal may try these again by itself: nothing in them depends on the time, and doing a part twice has one effect.
 * As everywhere, it is told the error's class only; a message could quote a row.
 */
async function again<Answer>(act: () => Promise<Answer>, tell: (error: unknown) => void): Promise<Answer> {
  try {
    return await act();
  } catch (error) {
    tell(error);
    const name = error instanceof Error ? error.name : 'Error';
    const failure = ApplicationFailure.retryable(
      'The import failed for now; the worker’s log says why',
      name,
    );
    failure.stack = '';
    throw failure;
  }
}
