import type { Client } from '@temporalio/client';
import {
  bulkWorkflowId,
  importWorkflowId,
  journeyWorkflowId,
  staffMailWorkflowId,
  taskQueue,
} from '../../workflows/messages.js';
import type { Clock } from '../clock/clock.js';
import type { Sql } from '../database/sql.js';
import { repeat } from '../repeat.js';

export interface OrphanParts {
  sql: Sql;
  client: Client;
  clock: Clock;
  installation: string;
  /** The identities of workers that have ended. */
  gone: () => readonly string[];
}

const lookEveryMs = 5000;
/** Within ten seconds of a worker's end Temporal stops giving its queue tasks; this is when the last of them is found. */
const lookForMs = 60_000;

/**
 * Frees the tasks that wait for a worker which is gone. Temporal gives a workflow's task to the worker that remembers it,
 * in a queue of its own, and to others only when it has waited for minutes there (start-worker.ts). Whatever this does not
 * find comes then.
 */
export function freeOrphans(parts: OrphanParts): { stop(): Promise<void> } {
  const seenAt = new Map<string, number>();
  return repeat(async () => {
    for (const identity of parts.gone()) if (!seenAt.has(identity)) seenAt.set(identity, performance.now());
    const fresh = [...seenAt]
      .filter(([, at]) => performance.now() - at < lookForMs)
      .map(([identity]) => identity);
    if (fresh.length === 0) return;
    // Temporal or the database is away: the next look tries again
    await freeTasksOf(fresh, parts).catch(() => undefined);
  }, lookEveryMs);
}

/** @param gone workers that poll no more @returns how many tasks were freed */
export async function freeTasksOf(gone: readonly string[], parts: OrphanParts): Promise<number> {
  const queues = new Set<string>();
  for (const workflow of await thoseThatMayWait(parts)) {
    const queue = await queueInWhichWaits(workflow, parts);
    if (queue !== undefined && gone.some((identity) => queue.startsWith(`${identity}-`))) queues.add(queue);
  }
  const freed = await Promise.all([...queues].map((queue) => empty(queue, parts.client)));
  return freed.reduce((sum, each) => sum + each, 0);
}

/** Enough to meet each queue of some workers with many that wait in it. */
const sample = 30;

/**
 * Workflows that may have a task: some journeys that were told last, and some that are due and have done nothing, of each
 * queue one is enough; and the few that are no journeys, all, as each may be the only one of its queue.
 */
async function thoseThatMayWait({ sql, clock, installation }: OrphanParts): Promise<string[]> {
  const { rows } = await sql.query<{ of: keyof typeof workflowIds; id: string }>({
    name: 'those-that-may-wait',
    text: `(SELECT 'journey' AS of, id FROM rm.journey WHERE open ORDER BY leased_until DESC LIMIT $2)
           UNION
           (SELECT 'journey', id FROM rm.journey
             WHERE next_due < $1::timestamptz - interval '10 seconds' ORDER BY random() LIMIT $2)
           UNION SELECT 'import', id FROM imports.import WHERE state = 'running'
           UNION SELECT 'bulk', id FROM bulk.batch WHERE state = 'running'`,
    values: [await clock.now(), sample],
  });
  return [staffMailWorkflowId(installation), ...rows.map(({ of, id }) => workflowIds[of](installation, id))];
}

const workflowIds = { journey: journeyWorkflowId, import: importWorkflowId, bulk: bulkWorkflowId };

// temporal.api.enums.v1: EventType, TaskQueueKind, WorkflowTaskFailedCause
const [scheduled, started, completed, timedOut, failed] = [5, 6, 7, 8, 9];
const aboutTasks: readonly unknown[] = [scheduled, started, completed, timedOut, failed];
const sticky = 2;
const resetStickyTaskQueue = 13;
const notFound = 5; // grpc.status.NOT_FOUND

/** The queue of a certain worker in which a workflow's task waits; `undefined` where none waits, or for whoever comes. */
async function queueInWhichWaits(workflowId: string, { client }: OrphanParts): Promise<string | undefined> {
  const { namespace } = client.options;
  const { history } = await client.workflowService
    .getWorkflowExecutionHistoryReverse({ namespace, execution: { workflowId }, maximumPageSize: 20 })
    .catch((error: { code?: number }): { history?: undefined } => {
      if (error.code === notFound) return {}; // it was not told of yet, or there is none
      throw error;
    });
  const newest = history?.events?.find(({ eventType }) => aboutTasks.includes(eventType));
  const queue = newest?.eventType === scheduled && newest.workflowTaskScheduledEventAttributes?.taskQueue;
  return queue && queue.kind === sticky ? (queue.name ?? undefined) : undefined;
}

/** Of an empty queue Temporal says so a second before that; it takes no shorter one. */
const patienceMs = 3000;
/** So many take from one queue at once: a burst leaves thousands in it. */
const takers = 4;

/**
 * Takes all tasks from a worker's queue and gives them back: they come again, for whoever has time. Whoever takes from a
 * queue seems to Temporal to be its worker, which is given new tasks for ten seconds more: hence the worker is reported to
 * have ended, as it would have said itself, and from then on nothing is put there.
 */
async function empty(queue: string, client: Client): Promise<number> {
  const freed = await Promise.all(Array.from({ length: takers }, () => takeAll(queue, client)));
  const { namespace, identity } = client.options;
  const reason = 'killed';
  await client.workflowService.shutdownWorker({ namespace, identity, stickyTaskQueue: queue, reason });
  return freed.reduce((sum, each) => sum + each, 0);
}

async function takeAll(queue: string, client: Client): Promise<number> {
  const { namespace, identity } = client.options;
  for (let freed = 0; ; freed += 1) {
    const { taskToken } = await client.withDeadline(Date.now() + patienceMs, () =>
      client.workflowService.pollWorkflowTaskQueue({
        namespace,
        identity,
        taskQueue: { name: queue, kind: sticky, normalName: taskQueue },
      }),
    );
    if (taskToken.length === 0) return freed;
    const cause = resetStickyTaskQueue;
    await client.workflowService.respondWorkflowTaskFailed({ namespace, identity, taskToken, cause });
  }
}
