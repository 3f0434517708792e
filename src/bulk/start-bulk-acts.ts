import { WorkflowIdConflictPolicy } from '@temporalio/client';
import type { BulkActs } from '../../activities/ports.js';
import type { StartingParts } from '../imports/start-imports.js';
import type { Sql } from '../database/sql.js';
import type { actOnMany } from '../../workflows/index.js';
import { bulkWorkflowId, taskQueue } from '../../workflows/messages.js';
import { repeat } from '../repeat.js';
import { Previews } from './previews.js';

/** Somebody sits before it and waits for the preview; the question costs an index of what is queued. */
const pauseMs = 200;
const deleteEveryMs = 60 * 60_000;

export interface BulkStartingParts extends StartingParts {
  acts: BulkActs;
}

interface Queued {
  batchId: string;
  rows: number;
  dryRun: boolean;
}

/**
 * Starts the workflow of every act on many that was put down; while Temporal is away it waits in its row. A dry run, which
 * nobody has to remember, is carried out here at once. Also deletes what is older than 30 days.
 */
export function startBulkActs(parts: BulkStartingParts): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const previews = new Previews(parts.acts, stopping.signal);
  let deleteAt = 0;
  const turn = async (): Promise<void> => {
    for (const queued of await readQueued(parts.sql)) {
      if (queued.dryRun) previews.begin(queued);
      else await startWorkflow(parts, queued);
    }
    if (performance.now() < deleteAt) return;
    await deleteOldBulkActs(parts.sql);
    deleteAt = performance.now() + deleteEveryMs;
  };
  // Temporal or the database is away: the health page says so, and the rows wait
  const turning = repeat(() => turn().catch(() => undefined), pauseMs);
  return {
    async stop() {
      stopping.abort();
      await turning.stop();
      await previews.ended();
    },
  };
}

/** Dry runs first: they wait for nobody. */
async function readQueued(sql: Sql): Promise<Queued[]> {
  const { rows } = await sql.query<Queued>({
    name: 'queued-bulk-acts',
    text: `SELECT id AS "batchId", cardinality(journeys) AS rows, dry_run AS "dryRun" FROM bulk.batch
            WHERE state = 'queued' ORDER BY dry_run DESC, created_at LIMIT 20`,
    values: [],
  });
  return rows;
}

async function startWorkflow(
  { sql, client, installation }: StartingParts,
  { batchId, rows }: Queued,
): Promise<void> {
  await client.withDeadline(Date.now() + 10_000, () =>
    client.workflow.start<typeof actOnMany>('actOnMany', {
      workflowId: bulkWorkflowId(installation, batchId),
      taskQueue,
      args: [{ batchId, rows }],
      // somebody waits for it
      priority: { priorityKey: 1 },
      // Somebody died between the start and the note of it, or another worker was faster: it runs already.
      workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
    }),
  );
  await sql.query(`UPDATE bulk.batch SET state = 'running' WHERE id = $1 AND state = 'queued'`, [batchId]);
}

/** Deletes acts 30 days after they were put down, with what became of them; what was recorded stays. */
export async function deleteOldBulkActs(sql: Sql): Promise<void> {
  await sql.query(`DELETE FROM bulk.batch WHERE created_at < now() - interval '30 days'`);
}
