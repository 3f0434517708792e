import { NativeConnection, Worker, type WorkerOptions, type WorkflowBundleOption } from '@temporalio/worker';
import type { DataConverter } from '@temporalio/common';
import { createBulkActivities } from '../../activities/bulk.activities.js';
import { createImportActivities } from '../../activities/import.activities.js';
import { createJourneyActivities } from '../../activities/journey.activities.js';
import type { BulkActs, ImportActs, JourneyActs, StaffMailActs } from '../../activities/ports.js';
import { createStaffMailActivities } from '../../activities/staff-mail.activities.js';
import type { Config } from '../config/config.js';
import { connectionOptions } from '../temporal/connect.js';
import { taskQueue } from '../../workflows/messages.js';
import { actsUnderWay } from './acts-under-way.js';
import { startCrew, type Member } from './crew.js';
import { rememberedJourneys, type Remembering } from './remembered.js';

/**
 * So long a task waits for the worker that remembers its journey; after that, whoever has time replays it. Of thousands
 * that are due at once most would wait for a shorter time in vain. Those of a worker that is gone are freed
 * (orphaned-tasks.ts), as far as they are found.
 */
const waitsForItsOwn = '5 minutes';

/** As long as the worker lets activities end. */
const endWithinMs = 8000;

/** The worker's connection. Rejects while Temporal is away. What goes over it is small, and mostly sealed: nothing is deflated. */
export const connectWorker = ({ temporal }: Config): Promise<NativeConnection> =>
  NativeConnection.connect({ ...connectionOptions(temporal), grpcCompression: { codec: 'none' } });

export interface WorkerParts {
  connection: NativeConnection;
  /** A connection of another worker's own: the SDK lets one carry no two of the same queue. */
  connect(): Promise<NativeConnection>;
  /** What Temporal calls this worker. */
  identity: string;
  /** Default: by the machine's memory. */
  remembering?: Remembering;
  namespace: string;
  dataConverter: DataConverter;
  workflowBundle: WorkflowBundleOption;
  acts: JourneyActs;
  imports: ImportActs;
  bulk: BulkActs;
  staffMail: StaffMailActs;
  /** Whether a worker has died of late. */
  areWorkersDying?: () => boolean;
  /** Takes what went wrong in an act: Temporal keeps only the error's class. */
  tell(error: unknown): void;
}

/**
 * The Temporal worker of journeys, imports, acts on many and mail to staff; in a crowd more of them (crew.ts). `ended`
 * rejects when they can't go on; `stop` lets acts under way end.
 * The numbers are for two cores: more acts at once only wait for the database.
 */
export async function startWorker(
  parts: WorkerParts,
): Promise<{ ended: Promise<void>; stop(): Promise<void> }> {
  const underWay = actsUnderWay(parts.acts);
  const remembering = parts.remembering ?? rememberedJourneys();
  const create = async (connection: NativeConnection, more: Partial<WorkerOptions>): Promise<Worker> =>
    Worker.create({
      connection,
      namespace: parts.namespace,
      identity: parts.identity,
      taskQueue,
      dataConverter: parts.dataConverter,
      workflowBundle: parts.workflowBundle,
      activities: {
        ...createJourneyActivities(underWay.acts, (error) => parts.tell(error), parts.areWorkersDying),
        ...createImportActivities(parts.imports, (error) => parts.tell(error)),
        ...createBulkActivities(parts.bulk, (error) => parts.tell(error)),
        ...createStaffMailActivities(parts.staffMail, (error) => parts.tell(error)),
      },
      maxConcurrentActivityTaskExecutions: 20,
      maxConcurrentLocalActivityExecutions: 20,
      maxConcurrentWorkflowTaskExecutions: 40,
      maxCachedWorkflows: remembering.each,
      stickyQueueScheduleToStartTimeout: waitsForItsOwn,
      shutdownGraceTime: '8s',
      shutdownForceTime: '12s',
      ...more,
    });
  const another = async (): Promise<Member> => {
    const connection = await parts.connect();
    const release = (): Promise<void> => connection.close();
    try {
      // Acts that are not within a workflow's task stay with the first: more at once would only wait for the database.
      return { worker: await create(connection, { enableNonLocalActivities: false }), release };
    } catch (error) {
      await release();
      throw error;
    }
  };
  const first = { worker: await create(parts.connection, {}), release: () => Promise.resolve() };
  const crew = startCrew(first, another, remembering);
  return {
    ended: crew.ended,
    async stop() {
      await crew.stop();
      await underWay.end(endWithinMs);
    },
  };
}
