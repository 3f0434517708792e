import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startMeasured, type MeasuredLotse } from './support/lotse.js';
import { measure, type Measured, type Load } from './support/measure.js';

// How fast it is says `npm run bench`, on a machine that does nothing else; here is what holds on any machine.
const size: Load = { journeys: 30, calm: { rate: 10, seconds: 3 }, burst: { rate: 40, seconds: 3 } };

let lotse: MeasuredLotse;
let measured: Measured;
beforeAll(async () => {
  lotse = await startMeasured();
  measured = await measure(lotse, size);
}, 180_000);
afterAll(() => lotse.remove(), 60_000);

describe('milestones over HTTP', () => {
  it('are all accepted, also in a burst', () => {
    const { calm, burst } = measured;
    expect([calm.firstRefusal, burst.firstRefusal]).toEqual([undefined, undefined]);
    expect([calm.ms.length, burst.ms.length]).toEqual([30, 120]);
  });

  it('are answered with the new agenda', () => {
    expect([measured.calm.stale, measured.burst.stale]).toEqual([0, 0]);
  });

  it('are followed by the workflow’s standing', () => {
    expect(measured.followMs).toHaveLength(3);
    expect(Math.max(...measured.followMs)).toBeLessThan(60_000);
  });

  it('leave nothing untold within a minute', () => {
    expect(measured.idleAfter).toBeLessThan(60);
  });
});
