import type { BulkActs, BulkPart } from '../../activities/ports.js';
import type { Sql } from '../database/sql.js';
import { accessTo } from '../http/guards/access-to.js';
import type { JourneyInScope } from '../http/ports.js';
import { atOnce } from '../imports/at-once.js';
import type { Platform } from '../platform.js';
import { actOnJourney } from './act-on-journey.js';
import { countsOf, readBatch, type Batch } from './batch.js';
import { openTask, sealOutcomes, type KeptOutcome } from './sealed.js';
import type { BulkTask } from './task.js';

export type BulkParts = Pick<Platform, 'sql' | 'secrets' | 'runner'>;

/** So many journeys at once keep two cores busy and leave connections to those who act. */
const journeysAtOnce = 6;

/** Carries out what the workflow of an act on many asks for, through the command path that everybody uses. */
export const bulkActs = (parts: BulkParts): BulkActs => ({
  async actOnMany(part) {
    const { sql } = parts;
    const batch = await readBatch(sql, part.batchId);
    if (!batch) throw new Error('This act was deleted');
    const { journeys, task } = await readPart(parts, part);
    const outcomes = await actOnAll(parts, batch, task, journeys);
    const after = part.fromRow + part.count;
    const nextRow = after > batch.rows ? null : after;
    await saveOutcomes(parts, part, outcomes, nextRow === null);
    return { nextRow };
  },
  async giveUpBulkAct(batchId) {
    await parts.sql.query(
      `UPDATE bulk.batch SET state = 'failed', done_at = now() WHERE id = $1 AND state <> 'done'`,
      [batchId],
    );
  },
});

async function readPart(
  { sql, secrets }: BulkParts,
  { batchId, fromRow, count }: BulkPart,
): Promise<{ journeys: string[]; task: BulkTask }> {
  const { rows } = await sql.query<{ journeys: string[]; task: Buffer }>(
    'SELECT journeys[$2::int : $3::int] AS journeys, task FROM bulk.batch WHERE id = $1',
    [batchId, fromRow, fromRow + count - 1],
  );
  const [row] = rows;
  if (!row) throw new Error('This act was deleted');
  return { journeys: row.journeys, task: openTask(secrets.files, batchId, row.task) };
}

async function actOnAll(
  parts: BulkParts,
  batch: Batch,
  task: BulkTask,
  journeys: readonly string[],
): Promise<KeptOutcome[]> {
  const scopes = await scopesOf(parts.sql, journeys);
  const who = { id: batch.accountId, role: batch.role, communes: batch.communes };
  return atOnce(journeys, journeysAtOnce, async (journey) => {
    const scope = scopes.get(journey);
    // as of today, not of when she asked; a colleague's journey is none of hers
    if (!scope || accessTo(who, scope) !== 'full') {
      return { journeyId: journey, outcome: 'refused', why: { code: 'not-found', missing: [] } };
    }
    return actOnJourney(parts, { batch, task, journey });
  });
}

async function scopesOf(sql: Sql, journeys: readonly string[]): Promise<Map<string, JourneyInScope>> {
  const { rows } = await sql.query<JourneyInScope & { id: string }>(
    'SELECT id, commune, coach_id AS "coachId" FROM rm.journey WHERE id = ANY($1::uuid[])',
    [journeys],
  );
  return new Map(rows.map(({ id, ...scope }) => [id, scope]));
}

/**
 * Writes what became of a part, and whether that was the last; the same part again replaces what it wrote. That it runs
 * says whoever has started its workflow: a part that outlives a lost Temporal must not say so.
 */
async function saveOutcomes(
  { sql, secrets }: BulkParts,
  { batchId, fromRow }: BulkPart,
  outcomes: readonly KeptOutcome[],
  isLast: boolean,
): Promise<void> {
  const { done, unchanged, refused } = countsOf(outcomes);
  const sealed = sealOutcomes(secrets.files, batchId, fromRow, outcomes);
  await sql.query(
    `WITH written AS (
       INSERT INTO bulk.outcome AS o (batch_id, from_row, done, unchanged, refused, sealed)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (batch_id, from_row) DO UPDATE
         SET done = excluded.done, unchanged = excluded.unchanged, refused = excluded.refused,
             sealed = excluded.sealed)
     UPDATE bulk.batch SET state = 'done', done_at = coalesce(done_at, now()) WHERE id = $1 AND $7`,
    [batchId, fromRow, done, unchanged, refused, sealed, isLast],
  );
}
