import { CancellationScope, proxyActivities, setCurrentDetails } from '@temporalio/workflow';
import type { BulkActivities } from '../activities/bulk.activities.js';

// As for imports: Temporal tries again by itself, since doing a part twice has one effect.
const { actOnMany: actOnPart } = proxyActivities<BulkActivities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '15 seconds',
  scheduleToCloseTimeout: '1 hour',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});
const { giveUpBulkAct } = proxyActivities<BulkActivities>({ startToCloseTimeout: '1 minute' });

/** Few enough parts that the history stays under a few hundred events, however many journeys there are. */
const mostParts = 40;
/** A dozen journeys are one part; of more the progress is seen. */
const smallestPart = 25;

/** An act on many journeys as its workflow knows it: ids and numbers only. */
export interface BulkBatch {
  batchId: string;
  /** How many journeys it is about. */
  rows: number;
}

/** Has an act carried out in many journeys, part by part; a worker that dies is followed by another one. */
export async function actOnMany({ batchId, rows }: BulkBatch): Promise<void> {
  const count = Math.max(smallestPart, Math.ceil(rows / mostParts));
  let fromRow: number | null = 1;
  try {
    while (fromRow !== null) {
      setCurrentDetails(`${rows} journeys, ${count} at a time; now from row ${fromRow} on`);
      const { nextRow }: { nextRow: number | null } = await actOnPart({ batchId, fromRow, count });
      fromRow = nextRow;
    }
  } catch (error) {
    await CancellationScope.nonCancellable(() => giveUpBulkAct(batchId));
    throw error; // an operator sees the workflow as failed
  }
}
