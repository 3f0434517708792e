import { expect, it } from '@jest/globals';
import { smoke } from './support/smoke.js';
import { workerRestart } from './topics/worker-restart.js';

it('carries out once what became due while the worker was dead', async () => {
  const figures = await smoke(workerRestart);
  expect(figures).toMatchObject({
    worker_restart_missing: 0,
    worker_restart_sent_again: 0,
  });
  expect(figures.worker_restart_timeouts_of_one).toBeLessThanOrEqual(1);
}, 240_000);
