import { WorkflowIdConflictPolicy, type Client } from '@temporalio/client';
import type { registerImport } from '../../workflows/index.js';
import { importWorkflowId, taskQueue } from '../../workflows/messages.js';
import type { Sql } from '../database/sql.js';
import { repeat } from '../repeat.js';
import { saveStart } from './save-outcomes.js';

export interface StartingParts {
  sql: Sql;
  client: Client;
  installation: string;
}

const pauseMs = 1000;
const deleteEveryMs = 60 * 60_000;

/**
 * Starts the workflow of every accepted import. An import is accepted while Temporal is away: it waits in its row.
 * Also deletes what is older than 30 days (contract: so long the file and its outcomes are kept).
 */
export function startImports(parts: StartingParts): { stop(): Promise<void> } {
  let deleteAt = 0;
  const turn = async (): Promise<void> => {
    await startQueued(parts);
    if (performance.now() < deleteAt) return;
    await deleteOldImports(parts.sql);
    deleteAt = performance.now() + deleteEveryMs;
  };
  // Temporal or the database is away: the health page says so, and the rows wait
  return repeat(() => turn().catch(() => undefined), pauseMs);
}

async function startQueued({ sql, client, installation }: StartingParts): Promise<void> {
  const { rows } = await sql.query<{ importId: string; rows: number }>(
    `SELECT id AS "importId", line_count AS rows FROM imports.import
      WHERE state = 'queued' ORDER BY created_at LIMIT 10`,
  );
  for (const queued of rows) {
    await client.withDeadline(Date.now() + 10_000, () =>
      client.workflow.start<typeof registerImport>('registerImport', {
        workflowId: importWorkflowId(installation, queued.importId),
        taskQueue,
        args: [queued],
        // Its few tasks go ahead of those of the thousands of journeys that the import before has opened.
        priority: { priorityKey: 1 },
        // Somebody died between the start and the note of it, or another worker was faster: it runs already.
        workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
      }),
    );
    await saveStart(sql, queued.importId);
  }
}

/** Deletes imports 30 days after they were accepted, with file and outcomes; the journeys stay. */
export async function deleteOldImports(sql: Sql): Promise<void> {
  await sql.query(`DELETE FROM imports.import WHERE created_at < now() - interval '30 days'`);
}
