import { fileURLToPath } from 'node:url';
import { NativeConnection, Runtime, DefaultLogger, Worker } from '@temporalio/worker';
import pg from 'pg';
import { peerSettings, ready } from '../settings.js';
import { JourneyStore } from '../store/journey-store.js';
import { activitiesOf } from './activities.js';
import { taskQueue } from './messages.js';

// The second process: the worker.
Runtime.install({ logger: new DefaultLogger('WARN') });
const { databaseUrl, temporalAddress } = peerSettings();
const store = new JourneyStore(new pg.Pool({ connectionString: databaseUrl, max: 20 }));
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address: temporalAddress }),
  taskQueue,
  workflowsPath: fileURLToPath(new URL('workflows.js', import.meta.url)),
  activities: activitiesOf(store),
  // callers wait: everything at once that they can ask for, and pollers enough to fetch it
  maxConcurrentWorkflowTaskExecutions: 40,
  maxConcurrentActivityTaskExecutions: 40,
  maxConcurrentLocalActivityExecutions: 40,
  workflowTaskPollerBehavior: { type: 'autoscaling', minimum: 2, maximum: 20, initial: 10 },
  activityTaskPollerBehavior: { type: 'autoscaling', minimum: 2, maximum: 20, initial: 10 },
});
const ended = worker.run();
ready();
await ended;
