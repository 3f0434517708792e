import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openLog } from './log-file.js';
import { untilReady, type Running } from './running.js';

/** A process of this project. It must end when its IPC channel is disconnected: its starter is gone then. */
export interface NodeProcess {
  script: URL;
  args?: readonly string[];
  env: NodeJS.ProcessEnv;
  logFile: string;
  readyWithinMs: number;
  /** Options for Node itself. */
  nodeOptions?: readonly string[];
  /** Default: it says `{ready: true}` over IPC. */
  isReady?: () => Promise<boolean>;
  /** Told what else it says over IPC. */
  onMessage?: (message: unknown) => void;
  signal: AbortSignal;
}

/**
 * Starts a process of this project and waits until it is ready. Its output goes straight to the log file, so
 * that it can write even when its starter is gone.
 */
export function startNode({
  script,
  args = [],
  env,
  logFile,
  readyWithinMs,
  nodeOptions = [],
  isReady,
  onMessage,
  signal,
}: NodeProcess): Promise<Running> {
  const log = openLog(logFile);
  const child = fork(fileURLToPath(script), [...args], {
    env,
    execArgv: [...nodeOptions],
    stdio: ['ignore', log.fd, log.fd, 'ipc'],
    // A process group of its own: the terminal's Ctrl-C goes to the supervisor alone, the order is its.
    detached: true,
  });
  let said = false;
  child.on('message', (message) => {
    said ||= (message as { ready?: unknown } | null)?.ready === true;
    onMessage?.(message);
  });
  return untilReady({
    child,
    log,
    isReady: isReady ?? (async () => said),
    readyWithinMs,
    stopSignals: ['SIGTERM'],
    signal,
  });
}
