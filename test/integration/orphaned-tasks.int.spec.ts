import type { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Config } from '../../src/config/config.js';
import { Relay } from '../../src/relay/relay.js';
import { connectClient } from '../../src/temporal/connect.js';
import { freeTasksOf, type OrphanParts } from '../../src/worker/orphaned-tasks.js';
import { journeyWorkflowId, taskQueue } from '../../workflows/messages.js';
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

const sticky = 2; // temporal.api.enums.v1.TaskQueueKind.TASK_QUEUE_KIND_STICKY
const dead = '4711@durchstarten 1f0a3c8d';
const queueOfDead = { name: `${dead}-5d0c6a0a`, kind: sticky, normalName: taskQueue };

/** The next workflow task, as a worker is given it; `undefined` where none comes within two seconds. */
const nextTask = async (queue: object) => {
  const { workflowService } = client;
  const polled = await client.withDeadline(Date.now() + 3000, () =>
    workflowService.pollWorkflowTaskQueue({ namespace: 'default', identity: dead, taskQueue: queue }),
  );
  return polled.taskToken.length > 0 ? polled : undefined;
};

/** Opens a journey; the dead worker takes its first task, as long as it lives, and remembers it. */
async function rememberedByDead(): Promise<string> {
  const workflow = journeyWorkflowId(world.installation, await world.open(90));
  await relay.idle();
  const first = await nextTask({ name: taskQueue });
  expect(first?.workflowExecution?.workflowId).toBe(workflow);
  await client.workflowService.respondWorkflowTaskCompleted({
    namespace: 'default',
    identity: dead,
    taskToken: first?.taskToken ?? Buffer.of(),
    commands: [],
    stickyAttributes: { workerTaskQueue: queueOfDead, scheduleToStartTimeout: { seconds: 300 as never } },
  });
  return workflow;
}

const tell = (workflow: string) => client.workflow.getHandle(workflow).signal('anything');

it('a task that waits for a worker which is gone is given to others at once, nobody else’s is touched, and no other one waits for it', async () => {
  const [waits, sleeps] = [await rememberedByDead(), await rememberedByDead()];
  expect(await nextTask(queueOfDead)).toBeUndefined(); // it lives
  await tell(waits);
  expect(await nextTask({ name: taskQueue })).toBeUndefined();

  expect(await freeTasksOf(['4712@durchstarten 2e1b4d9f'], parts)).toBe(0);
  expect(await freeTasksOf([dead], parts)).toBe(1);
  await tell(sleeps);
  const given = [await nextTask({ name: taskQueue }), await nextTask({ name: taskQueue })];
  expect(new Set(given.map((task) => task?.workflowExecution?.workflowId))).toEqual(new Set([waits, sleeps]));
  expect(await freeTasksOf([dead], parts)).toBe(0);
}, 60_000);
