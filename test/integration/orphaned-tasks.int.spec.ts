import { randomUUID } from 'node:crypto';
import type { Client, Connection } from '@temporalio/client';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Config } from '../../src/config/config.js';
import { Relay } from '../../src/relay/relay.js';
import { connectClient } from '../../src/temporal/connect.js';
import { freeTasksOf, type OrphanParts } from '../../src/worker/orphaned-tasks.js';
import {
  bulkWorkflowId,
  importWorkflowId,
  journeyWorkflowId,
  staffMailWorkflowId,
  taskQueue,
} from '../../workflows/messages.js';
import { registerOf } from '../support/register-csv.js';
import {
  recoveryWorld,
  temporalServer,
  type RecoveryWorld,
  type TemporalServer,
} from '../support/recovery-world.js';

let world: RecoveryWorld;
let temporal: TemporalServer;
let client: Client;
let connection: Connection;
let relay: Relay;
let parts: OrphanParts;
beforeAll(async () => {
  [world, temporal] = await Promise.all([recoveryWorld(), temporalServer()]);
  const config = { temporal: { address: temporal.address, namespace: 'default' } } as Config;
  ({ client, connection } = connectClient(config, world.secrets.payloads));
  const { sql, clock, installation, generation } = world;
  relay = new Relay({ sql, client, clock, installation, generation });
  relay.start();
  parts = { sql, client, clock, installation, gone: () => [] };
}, 120_000);
afterAll(async () => {
  await relay?.stop();
  await connection?.close();
  await temporal?.stop();
  await world?.end();
  temporal?.remove();
});

const remembered: string[] = [];
/** What was taken and not answered would come again after its time. */
afterEach(async () => {
  await Promise.all(remembered.splice(0).map((id) => client.workflow.getHandle(id).terminate()));
});

const sticky = 2; // temporal.api.enums.v1.TaskQueueKind.TASK_QUEUE_KIND_STICKY
const dead = '4711@durchstarten 1f0a3c8d';
const queueOfDead = (name: string) => ({ name: `${dead}-${name}`, kind: sticky, normalName: taskQueue });

/** The next workflow task, as a worker is given it; `undefined` where none comes within two seconds. */
const nextTask = async (queue: object) => {
  const { workflowService } = client;
  const polled = await client.withDeadline(Date.now() + 3000, () =>
    workflowService.pollWorkflowTaskQueue({ namespace: 'default', identity: dead, taskQueue: queue }),
  );
  return polled.taskToken.length > 0 ? polled : undefined;
};

/** Opens a journey; its workflow has its first task. */
async function journey(): Promise<string> {
  const id = await world.open(90);
  await relay.idle();
  return journeyWorkflowId(world.installation, id);
}

/** The dead worker takes a workflow's first task, as long as it lives, and remembers it. */
async function rememberedByDead(workflow: string, queue: object): Promise<string> {
  const first = await nextTask({ name: taskQueue });
  expect(first?.workflowExecution?.workflowId).toBe(workflow);
  remembered.push(workflow);
  await client.workflowService.respondWorkflowTaskCompleted({
    namespace: 'default',
    identity: dead,
    taskToken: first?.taskToken ?? Buffer.of(),
    commands: [],
    stickyAttributes: { workerTaskQueue: queue, scheduleToStartTimeout: { seconds: 300 as never } },
  });
  return workflow;
}

const tell = (workflow: string) => client.workflow.getHandle(workflow).signal('anything');

it('a task that waits for a worker which is gone is given to others at once, nobody else’s is touched, and no other one waits for it', async () => {
  const queue = queueOfDead('5d0c6a0a');
  const [waits, sleeps] = [
    await rememberedByDead(await journey(), queue),
    await rememberedByDead(await journey(), queue),
  ];
  expect(await nextTask(queue)).toBeUndefined(); // it lives
  await tell(waits);
  expect(await nextTask({ name: taskQueue })).toBeUndefined();

  expect(await freeTasksOf(['4712@durchstarten 2e1b4d9f'], parts)).toBe(0);
  expect(await freeTasksOf([dead], parts)).toBe(1);
  await tell(sleeps);
  const given = [await nextTask({ name: taskQueue }), await nextTask({ name: taskQueue })];
  expect(new Set(given.map((task) => task?.workflowExecution?.workflowId))).toEqual(new Set([waits, sleeps]));
  expect(await freeTasksOf([dead], parts)).toBe(0);
}, 60_000);

it.each<[string, () => Promise<string>]>([
  ['an import', async () => importWorkflowId(world.installation, await runningImport())],
  ['an act on many', async () => bulkWorkflowId(world.installation, await runningBulkAct())],
  ['the mail to staff', () => Promise.resolve(staffMailWorkflowId(world.installation))],
])(
  '%s is the only one that waits for a worker which is gone: it is found',
  async (_, idOf) => {
    const [workflowId, queue] = [await idOf(), queueOfDead(randomUUID())];
    await client.workflow.start('anything', { workflowId, taskQueue });
    await rememberedByDead(workflowId, queue);
    expect(await nextTask(queue)).toBeUndefined(); // it lives
    await tell(workflowId);
    expect(await nextTask({ name: taskQueue })).toBeUndefined();
    expect(await freeTasksOf([dead], parts)).toBe(1);
    expect((await nextTask({ name: taskQueue }))?.workflowExecution?.workflowId).toBe(workflowId);
  },
  60_000,
);

async function runningImport(): Promise<string> {
  const id = await world.acceptImport(registerOf({ Kennung: 'K-1' }));
  await world.sql.query(`UPDATE imports.import SET state = 'running' WHERE id = $1`, [id]);
  return id;
}

async function runningBulkAct(): Promise<string> {
  const { rows } = await world.sql.query<{ id: string }>(
    `INSERT INTO bulk.batch (id, account_id, role, command, dry_run, journeys, task, body_hmac, state)
     SELECT gen_random_uuid(), id, 'coordinator', 'assign_coach', false, '{}', '', '', 'running' FROM access.account
     RETURNING id`,
  );
  return rows[0]?.id ?? '';
}
