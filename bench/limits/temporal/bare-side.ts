import { randomBytes, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Client, Connection, WorkflowIdConflictPolicy } from '@temporalio/client';
import { bundleWorkflowCode, NativeConnection, Worker } from '@temporalio/worker';
import type { Standing } from '../../../domain/journey/standing.js';
import { dataConverter } from '../../../src/temporal/connect.js';
import { builtBench } from '../../support/built.js';
import { quietTemporal } from '../../support/quiet-temporal.js';
import { bareTimer, bareWait, heard, nothing, told } from './bare.workflows.js';

const taskQueue = 'bare';

/** A Temporal as its clients see it. */
export interface TemporalAt {
  address: string;
  namespace: string;
}

/** Client and worker of workflows that do nothing, in this process, on somebody's Temporal. */
export type BareSide = Awaited<ReturnType<typeof startBareSide>>;

/** Starts them, with the codec and the numbers of Lotse's own worker (src/worker/start-worker.ts). */
export async function startBareSide({ address, namespace }: TemporalAt) {
  quietTemporal();
  const converter = dataConverter(randomBytes(32));
  // no retries of the SDK's own, as in src/temporal/connect.ts
  const connection = Connection.lazy({ address, interceptors: [] });
  const { workflow } = new Client({ connection, namespace, dataConverter: converter });
  const native = await NativeConnection.connect({ address });
  const worker = await Worker.create({
    connection: native,
    namespace,
    taskQueue,
    dataConverter: converter,
    workflowBundle: await bundleOnce(),
    maxConcurrentWorkflowTaskExecutions: 40,
    stickyQueueScheduleToStartTimeout: '30s',
  });
  const ended = worker.run();
  const start = { taskQueue, workflowTaskTimeout: '10s' } as const;
  return {
    client: workflow,
    async start(workflowId: string): Promise<void> {
      await workflow.start(bareWait, { ...start, workflowId });
    },
    async startWithTimer(workflowId: string, nextDue: string): Promise<void> {
      await workflow.start(bareTimer, { ...start, workflowId, args: [standing(nextDue)] });
    },
    signal: (workflowId: string): Promise<void> => workflow.getHandle(workflowId).signal(heard),
    /** As Lotse's relay does it: starts the workflow where it is not there. */
    async signalWithTimer(workflowId: string, nextDue: string): Promise<void> {
      const known = standing(nextDue);
      await workflow.signalWithStart(bareTimer, {
        ...start,
        workflowId,
        args: [known],
        signal: told,
        signalArgs: [known],
        workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
      });
    },
    update: (workflowId: string): Promise<void> => workflow.getHandle(workflowId).executeUpdate(nothing),
    async stop(): Promise<void> {
      worker.shutdown();
      await ended;
      await native.close();
      await connection.close();
    },
  };
}

let bundle: ReturnType<typeof bundleWorkflowCode> | undefined;

/** The built workflows: it takes some seconds, so one bundle serves all. */
function bundleOnce(): ReturnType<typeof bundleWorkflowCode> {
  const workflowsPath = fileURLToPath(builtBench('limits/temporal/bare.workflows.js'));
  const silent = () => undefined;
  const logger = { log: silent, trace: silent, debug: silent, info: silent, warn: silent, error: silent };
  return (bundle ??= bundleWorkflowCode({ workflowsPath, logger }));
}

/** As much as the relay tells of a journey; the same for all but the instant. */
const standing = (nextDue: string): Standing => ({
  journey: example,
  generation: 1,
  version: 12,
  open: true,
  phase: 'planned',
  commune: 'stolberg',
  modules: [{ module: 'language_course', state: 'running' }],
  overlays: [],
  waitsFor: 'reminder',
  nextDue,
});
const example = randomUUID();
