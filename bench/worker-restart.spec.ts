import { expect, it } from '@jest/globals';
import { smoke } from './support/smoke.js';
import { workerRestart } from './topics/worker-restart.js';

it('carries out once what became due while the worker was dead', async () => {
  const figures = await smoke(workerRestart);
  expect(figures).toMatchObject({
    worker_restart_missing: 0,
    worker_restart_sent_again: 0,
    worker_restart_task_timeouts: 0,
  });
}, 240_000);
