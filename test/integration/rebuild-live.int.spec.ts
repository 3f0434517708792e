import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { rebuildable } from '../../src/read-models/rebuild/names.js';
import { rebuild } from '../../src/read-models/rebuild/rebuild.js';
import { startApi, type Api } from '../support/api.js';
import { staff } from '../support/journey-calls.js';
import { rebuildAgainAndAgain } from '../support/live-rebuild.js';
import { openJourneys, whilePeopleWork } from '../support/live-traffic.js';
import { compareWithTheLog } from './event-store/what-the-log-says.js';

let api: Api;
let owner: pg.Pool;
let ids: string[];

beforeAll(async () => {
  api = await startApi(staff);
  owner = new pg.Pool({ connectionString: api.database.adminUrl, max: 2 });
  owner.on('error', () => undefined); // the query that meets it says so
  ids = await openJourneys(api, 30);
});
afterAll(async () => {
  await owner?.end();
  await api?.close();
});

describe('rebuilding everything again and again while people work', () => {
  it('fails no read and no command, shows every journey, and leaves every row as the log says', async () => {
    const { result, traffic } = await whilePeopleWork(api, { ids, as: 'karl' }, () =>
      rebuildAgainAndAgain(api, owner, ids, { seconds: 10 }),
    );
    const { wrong, written, read } = traffic;
    const { rounds, healed, failed } = result;
    expect({ wrong, failed }).toEqual({ wrong: [], failed: [] });
    expect(Math.min(rounds, healed, written, read)).toBeGreaterThan(3);
    for (const id of ids) await compareWithTheLog(api.platform, id);
    const again = await rebuild(api.platform, rebuildable, () => undefined);
    expect(again).toMatchObject({ healed: {}, failed: [], journeys: ids.length });
  }, 120_000);
});
