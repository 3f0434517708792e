import { DefaultLogger, Runtime } from '@temporalio/worker';

let isQuiet = false;

/** What workers in this process have to say would stand between the lines of the table: only errors do. */
export function quietTemporal(): void {
  if (!isQuiet) Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
  isQuiet = true;
}
