import { CancellationScope, proxyActivities, setCurrentDetails } from '@temporalio/workflow';
import type { ImportActivities } from '../activities/import.activities.js';

// Temporal tries again by itself, with growing pauses: what is done to a row does not depend on the time, and doing
// it twice has one effect. A database that is away for an hour is no reason to wait for ever.
const { importLines } = proxyActivities<ImportActivities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '15 seconds',
  scheduleToCloseTimeout: '1 hour',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});
const { giveUpImport } = proxyActivities<ImportActivities>({ startToCloseTimeout: '1 minute' });

/** Few enough parts that the history stays under a few hundred events, whatever the file's size. */
const mostParts = 40;
/** Enough rows that a part is worth an activity, few enough that the progress is seen. */
const smallestPart = 50;

/** An import as its workflow knows it: no person, no file, only ids and line numbers. */
export interface RegisterImport {
  importId: string;
  /** Data lines of the file. */
  rows: number;
}

/** Has the rows of a register carried out, part by part; a worker that dies is followed by another one. */
export async function registerImport({ importId, rows }: RegisterImport): Promise<void> {
  const count = Math.max(smallestPart, Math.ceil(rows / mostParts));
  let fromLine: number | null = 1;
  try {
    while (fromLine !== null) {
      setCurrentDetails(`${rows} rows, ${count} at a time; now from line ${fromLine} on`);
      const { nextLine }: { nextLine: number | null } = await importLines({ importId, fromLine, count });
      fromLine = nextLine;
    }
  } catch (error) {
    await CancellationScope.nonCancellable(() => giveUpImport(importId));
    throw error; // an operator sees the workflow as failed
  }
}
