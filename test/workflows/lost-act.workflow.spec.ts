import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Context } from '@temporalio/activity';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import type { Standing } from '../../domain/journey/standing.js';
import { carefully } from '../../activities/ports.js';
import { newestManner, taskQueue } from '../../workflows/messages.js';
import type { participantJourney } from '../../workflows/index.js';
import { builtWorkflows, timeSkippingServer } from '../support/time-skipping.js';

let env: TestWorkflowEnvironment;
beforeAll(async () => {
  env = await timeSkippingServer();
}, 120_000);
afterAll(() => env?.teardown());

const standing: Standing = {
  journey: randomUUID(),
  generation: 1,
  version: 3,
  open: true,
  phase: 'intake',
  commune: 'stolberg',
  modules: [],
  overlays: [],
  waitsFor: 'reminder',
  nextDue: '2020-01-01T08:00:00.000Z',
};

/**
 * Lets the first act be lost, on a worker whose like have died, and carries out the next; tells at which instants they
 * were asked for, in seconds.
 */
async function loseTheFirst(): Promise<{ asked: number[]; told: number }> {
  const asked: number[] = [];
  let told = 0;
  const carryOutDue = async (): Promise<Standing> => {
    asked.push((await env.currentTimeMs()) / 1000);
    if (asked.length === 1) return Context.current().cancelled; // it never beats, as on a worker that was killed
    return { ...standing, version: 4, open: false, nextDue: null };
  };
  const reportPlanningFailed = async (): Promise<Standing> => {
    told += 1;
    return standing;
  };
  const carryOutDueAtOnce = async (): Promise<typeof carefully> => carefully;
  const worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue,
    workflowBundle: builtWorkflows(),
    activities: { carryOutDueAtOnce, carryOutDue, reportPlanningFailed },
  });
  await worker.runUntil(
    env.client.workflow.execute<typeof participantJourney>('participantJourney', {
      workflowId: randomUUID(),
      taskQueue,
      args: [standing, newestManner],
    }),
  );
  return { asked, told };
}

describe('an act that was lost with its worker', () => {
  it('comes again within seconds: it is no failure after which one waits for minutes', async () => {
    const { asked, told } = await loseTheFirst();
    expect(asked).toHaveLength(2);
    expect((asked[1] ?? 0) - (asked[0] ?? 0)).toBeLessThan(40);
    expect(told).toBe(0);
  }, 60_000);
});
