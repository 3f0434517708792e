import { bulkActs, type BulkParts } from '../../src/bulk/bulk-acts.js';

/**
 * Carries an act on many out as its workflow would, part by part.
 * @param parts at most so many; a worker that dies does no more
 */
export async function carryOut(
  platform: BulkParts,
  batchId: string,
  parts = Infinity,
  count = 25,
): Promise<void> {
  const acts = bulkActs(platform);
  let fromRow: number | null = 1;
  for (let done = 0; fromRow !== null && done < parts; done += 1) {
    ({ nextRow: fromRow } = await acts.actOnMany({ batchId, fromRow, count }));
  }
}
