import { parentPort, workerData } from 'node:worker_threads';
import { createPlatform } from '../../platform.js';
import { rebuildJourneys } from './rebuild.js';
import type { FromRebuildThread, RebuildThreadData } from './rebuild-in-threads.js';

// A thread that rebuilds the journeys in a range of ids: opening and folding is arithmetic, and two cores are better than one.

const say = (message: FromRebuildThread): void => parentPort?.postMessage(message);
const { config, models, range } = workerData as RebuildThreadData;
// bytes arrive as a plain array
const platform = await createPlatform({ ...config, masterKey: Buffer.from(config.masterKey) });
const rebuilt = await rebuildJourneys(platform, models, range, (streams) => say({ what: 'step', streams }));
await platform.close();
say({ what: 'rebuilt', rebuilt });
