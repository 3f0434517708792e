import type { Account } from '../http/ports.js';
import { ruleRefuses } from '../http/problems.js';
import { namedId } from '../named-id.js';
import type { Platform } from '../platform.js';
import { putDown } from './accept-bulk-act.js';
import { readOutcomes, undoMinutes, type Batch } from './batch.js';

/**
 * Puts down that an act is taken back wherever it was done. Asked again it is the same one. Gives its id.
 * @throws Problem 409 while it is under way, where there is nothing to take back, or it is too late
 */
export async function undoBulkAct(
  parts: Pick<Platform, 'sql' | 'secrets'>,
  batch: Batch,
  account: Account,
): Promise<string> {
  const { id, command, state, dryRun, undoes, isRecent, undoneBy } = batch;
  if (undoneBy !== null) return undoneBy;
  if (state !== 'done' && state !== 'failed') throw ruleRefuses('still-running', 'It is still under way');
  const outcomes = dryRun || undoes !== null ? [] : await readOutcomes(parts.sql, parts.secrets.files, id);
  const ways = outcomes.flatMap(({ journeyId, wayBack }) => (wayBack ? [[journeyId, wayBack] as const] : []));
  if (ways.length === 0) throw ruleRefuses('nothing-to-undo', 'Nothing was recorded by it');
  if (!isRecent)
    throw ruleRefuses('undo-too-late', `It can be taken back at once for ${undoMinutes} minutes only`);
  const undoing = namedId('undo', id);
  await putDown(parts, {
    id: undoing,
    account,
    command,
    task: { type: 'TakeBack', ways: Object.fromEntries(ways) },
    journeys: ways.map(([journey]) => journey),
    dryRun: false,
    undoes: id,
    body: id,
  });
  return undoing;
}
