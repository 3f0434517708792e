import { reasonOf } from './embedded/start-error.js';
import { stopRequests } from './supervisor/stop-requests.js';
import { supervise } from './supervisor/supervise.js';

// What `npm start` runs: all of one Lotse, from its servers to its pages.
const requests = stopRequests(process.env['npm_lifecycle_event'] !== undefined);

// A terminal that is gone cannot be written to; stopping in order matters more.
for (const screen of [process.stdout, process.stderr]) screen.on('error', () => undefined);
process.on('uncaughtException', (error) => {
  console.error(`Lotse cannot go on: ${reasonOf(error)}`);
  requests.ask();
});

process.exitCode = await supervise(process.env, requests.signal, console.log, console.error);
requests.dispose();
