import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BulkAnswer } from '../../contract/pages/bulk.js';
import { startApi, type Api } from '../support/api.js';
import { carryOut } from '../support/carried-out.js';
import { journeyCalls, opening, staff, today } from '../support/journey-calls.js';

let api: Api;
const { opened, post, get } = journeyCalls(() => api);

beforeAll(async () => {
  api = await startApi(staff);
});
afterAll(() => api?.close());

/** Sends an act and carries it out. */
async function done(as: string, body: object): Promise<BulkAnswer> {
  const { status, json } = await api.call('POST', '/api/v1/bulk', { as, body });
  expect(status).toBe(202);
  await carryOut(api.platform, json.id);
  return (await get(`/bulk/${json.id}`, as)).json;
}

describe('the preview of giving journeys to another coach', () => {
  it('says what lies with everybody concerned, before and after', async () => {
    const ids = [await opened(opening()), await opened(opening())];
    const closed = await opened(opening());
    await post(closed, 'close', { on: today, reason: 'moved_away' });
    const nobodys = (await api.call('POST', '/api/v1/journeys', { as: 'karl', body: opening() })).json.id;
    const rows = [...ids, closed, nobodys];
    const wish = { command: 'assign_coach', ids: rows, body: { coach: 'jana@example.org' } };
    const { loads = [], outcomes } = await done('karl', { ...wish, dryRun: true });
    expect(outcomes).toHaveLength(4);
    const work = (await get('/figures/workload', 'karl')).json.coaches as {
      coach: string;
      journeys: { count: number };
    }[];
    const heldBy = (email: string) => work.find(({ coach }) => coach === email)?.journeys.count ?? 0;
    expect(loads.map(({ name }) => name)).toEqual(['jana Beispiel', 'mara Beispiel', 'Ohne Coach']);
    for (const { coach, journeys } of loads) expect(journeys).toBe(heldBy(coach));
    const [jana, mara, none] = loads;
    expect(new Set(mara?.gives)).toEqual(new Set(ids));
    expect(none?.gives).toEqual([nobodys]);
    expect(new Set(jana?.gets)).toEqual(new Set([...ids, nobodys]));
    expect((await done('karl', { ...wish, ids })).loads).toBeUndefined();
  });
});
