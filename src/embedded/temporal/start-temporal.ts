import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateDir } from '../files.js';
import { giveWay } from './give-way.js';
import { openLog } from '../log-file.js';
import { untilReady, type Running } from '../running.js';
import { stopOrphan } from './orphan.js';
import { answers } from './answers.js';
import { collecting, storing } from './at-ease.js';

/** How a Temporal shall run. */
export interface TemporalPlace {
  /** The program, as `findTemporalCli` returns it. */
  program: string;
  dataDir: string;
  /** Free ports on 127.0.0.1. */
  port: number;
  uiPort: number;
  /** Made in addition to `default`. */
  namespace: string;
  /** The URL by which Temporal's pages have payloads decoded. */
  codecEndpoint: string;
}

/** Starts Temporal's development server on the SQLite file of a data directory. */
export async function startTemporal(place: TemporalPlace, signal: AbortSignal): Promise<Running> {
  const dataDir = realpathSync(place.dataDir);
  const dir = join(dataDir, 'temporal');
  const database = join(dir, 'temporal.db');
  makePrivateDir(dir);
  makePrivateDir(join(dataDir, 'logs'));
  await stopOrphan(database);
  const log = openLog(join(dataDir, 'logs', 'temporal.log'));
  const child = spawn(place.program, serverArguments(place, database), {
    cwd: dir,
    // Nothing of ours: settings for the command line's other commands would be taken for the server's.
    env: { HOME: dir, ...collecting() },
    stdio: ['ignore', log.fd, log.fd],
    detached: true,
  });
  if (child.pid) giveWay(child.pid); // it keeps the time; whoever is answered by the API comes first
  return untilReady({
    child,
    log,
    isReady: () => answers(`127.0.0.1:${place.port}`, place.namespace),
    readyWithinMs: 60_000,
    stopSignals: ['SIGTERM'],
    signal,
  });
}

function serverArguments(
  { port, uiPort, namespace, codecEndpoint }: TemporalPlace,
  database: string,
): string[] {
  const options = {
    namespace,
    ip: '127.0.0.1',
    port,
    'ui-ip': '127.0.0.1',
    'ui-port': uiPort,
    'ui-codec-endpoint': codecEndpoint,
    'db-filename': database,
    'log-level': 'warn',
  };
  const dynamic = {
    // After an outage a task that nobody answered is handed out again: within seconds, not within ten minutes.
    'history.workflowTaskRetryMaxInterval': '"20s"',
    // One queue is one queue: what waits in others of four is forwarded ten times a second to whoever asks at the first.
    'matching.numTaskqueueReadPartitions': '1',
    'matching.numTaskqueueWritePartitions': '1',
    // SQLite writes one thing at a time: of 512 tasks at once, as is the default, many wait longer than they may, and come again.
    'history.timerProcessorSchedulerWorkerCount': '16',
    'history.transferProcessorSchedulerWorkerCount': '16',
    'history.visibilityProcessorSchedulerWorkerCount': '8',
    // All may be due at one instant: of more than 9000 that wait, as is the default, some are put back and read anew.
    'history.queuePendingTaskCriticalCount': '30000',
    'history.queuePendingTasksMaxCount': '40000',
    // Its query for timers walks through all that are overdue: three times a second by a thousand, not up to twenty by a hundred.
    'history.timerProcessorMaxPollRPS': '3',
    'history.timerTaskBatchSize': '1000',
    // They are named at the start (below), and not looked up again with each task.
    'system.forceSearchAttributesCacheRefreshOnRead': 'false',
  };
  const searchAttributes = ['JourneyPhase=Keyword', 'JourneyCommune=Keyword'];
  return [
    'server',
    'start-dev',
    ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]),
    ...searchAttributes.flatMap((attribute) => ['--search-attribute', attribute]),
    ...Object.entries(dynamic).flatMap(([name, value]) => ['--dynamic-config-value', `${name}=${value}`]),
    ...storing,
  ];
}
