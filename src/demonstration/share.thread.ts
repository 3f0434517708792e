import { parentPort, workerData } from 'node:worker_threads';
import { readConfig } from '../config/config.js';
import { createPlatform } from '../platform.js';
import { LivedShare, type Share, type ToldOf } from './share.js';

// A thread that lives a share of the demonstration, tells what staff were told, and stores it when it is asked to.

/** What a thread says. */
export type FromThread = { what: 'step' | 'stored' } | { what: 'told'; told: ToldOf[] };

const say = (message: FromThread): void => parentPort?.postMessage(message);
const platform = await createPlatform(readConfig(process.env));
const step = (): void => say({ what: 'step' });
const share = LivedShare.live(platform, workerData as Share, step);
parentPort?.once('message', () => {
  void share
    .store(step)
    .then(() => platform.close())
    .then(() => say({ what: 'stored' }));
});
say({ what: 'told', told: share.told });
