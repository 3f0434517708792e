import { join } from 'node:path';
import { built } from './built.js';
import { makePrivateDir } from './files.js';
import { startNode } from './start-node.js';
import type { Running } from './running.js';

/** Where the mail catcher listens and keeps what it gets. */
export interface MailCatcherPlace {
  dataDir: string;
  port: number;
}

/** Starts the SMTP server on loopback that keeps each delivery in `<data dir>/mail`. */
export function startMailCatcher({ dataDir, port }: MailCatcherPlace, signal: AbortSignal): Promise<Running> {
  const dir = join(dataDir, 'mail');
  makePrivateDir(dir);
  return startNode({
    script: built('embedded/mail-catcher.js'),
    args: [String(port), dir],
    env: {},
    logFile: join(dataDir, 'logs', 'mail-catcher.log'),
    readyWithinMs: 30_000,
    signal,
  });
}
