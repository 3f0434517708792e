import { parentPort, workerData } from 'node:worker_threads';
import type { Config } from '../config/config.js';
import { createPlatform } from '../platform.js';
import { LivedShare, type Share, type ToldOf } from './share.js';

// A thread that lives a share of the demonstration, tells what staff were told, and stores it when it is asked to.

/** What a thread is given; its key is a plain array of bytes on the way. */
export interface ThreadData {
  share: Share;
  config: Config;
}

/** What a thread says. */
export type FromThread = { what: 'step' | 'stored' } | { what: 'told'; told: ToldOf[]; refused: number };

const say = (message: FromThread): void => parentPort?.postMessage(message);
const { share: wanted, config } = workerData as ThreadData;
const platform = await createPlatform({ ...config, masterKey: Buffer.from(config.masterKey) });
const step = (): void => say({ what: 'step' });
const share = LivedShare.live(platform, wanted, step);
parentPort?.once('message', () => {
  void share
    .store(step)
    .then(() => platform.close())
    .then(() => say({ what: 'stored' }));
});
say({ what: 'told', told: share.told, refused: share.refused });
