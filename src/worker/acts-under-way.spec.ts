import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { JourneyActs } from '../../activities/ports.js';
import { actsUnderWay } from './acts-under-way.js';

const asked = { journey: 'any', generation: 1 };

/** Acts that take so long, and how many of them have ended. */
function slow(ms: number) {
  const ended: string[] = [];
  const act = async () => {
    await wait(ms, undefined, { ref: false });
    ended.push('ended');
    return 'away' as const;
  };
  const acts: JourneyActs = { carryOutDue: act, reportPlanningFailed: act };
  return { ended, underWay: actsUnderWay(acts) };
}

describe('a worker that is asked to stop', () => {
  it('waits for the acts that are under way: what they came for is recorded', async () => {
    const { ended, underWay } = slow(100);
    const answers = [underWay.acts.carryOutDue(asked), underWay.acts.reportPlanningFailed(asked)];
    await underWay.end(10_000);
    expect(ended).toHaveLength(2);
    expect(await Promise.all(answers)).toEqual(['away', 'away']);
  });

  it('does not wait longer than it may, nor for one that has failed', async () => {
    const { ended, underWay } = slow(60_000);
    void underWay.acts.carryOutDue(asked);
    await underWay.end(50);
    expect(ended).toEqual([]);
    const failing = actsUnderWay({
      ...underWay.acts,
      carryOutDue: () => Promise.reject(new Error('no database')),
    });
    await expect(failing.acts.carryOutDue(asked)).rejects.toThrow('no database');
    await failing.end(10_000);
  });
});
