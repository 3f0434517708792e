import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { foldVersion } from '../../domain/journey/state.js';
import { Refolding } from '../../src/worker/refold.js';
import { startApi, type Api } from '../support/api.js';
import { eventually } from '../support/eventually.js';
import { staff } from '../support/journey-calls.js';
import { openJourneys, whilePeopleWork } from '../support/live-traffic.js';
import { compareWithTheLog } from './event-store/what-the-log-says.js';

let api: Api;
let owner: pg.Pool;
let ids: string[];
const told: string[] = [];

beforeAll(async () => {
  api = await startApi(staff);
  owner = new pg.Pool({ connectionString: api.database.adminUrl, max: 2 });
  owner.on('error', () => undefined); // the query that meets it says so
  ids = (await openJourneys(api, 45)).sort();
});
afterAll(async () => {
  await owner?.end();
  await api?.close();
});

/** As after an upgrade: an older fold wrote the rows, and made something else of them; a table is all but empty. */
const upgraded = () =>
  owner.query(
    `WITH gone AS (DELETE FROM rm.deadline WHERE journey_id <> (SELECT id FROM rm.journey ORDER BY id DESC LIMIT 1))
     UPDATE rm.journey SET fold_version = ${foldVersion - 1}, state_plain = state_plain - 'contacts',
                           state_sealed = '{}', phase = 'placed', last_contact_on = '2020-01-01'`,
  );

const worker = (): Refolding =>
  new Refolding(api.platform, (journey, why) => void told.push(`${journey} ${why}`));

/** Looks until a round could do nothing more, as the worker does before it waits a minute. */
async function untilDone(refolding: Refolding): Promise<number> {
  let steps = 0;
  while ((await refolding.step()) > 0) steps += 1;
  return steps;
}

const noticesNow = async (): Promise<unknown> => (await api.call('GET', '/health/ready')).json.notices;
const metric = async (): Promise<string | undefined> =>
  /^lotse_journeys_to_refold .*$/m.exec((await api.call('GET', '/metrics')).text)?.[0];

describe('rows of an older fold', () => {
  it('are folded again in the background by any number of workers, while people work; health says so until it is done', async () => {
    await upgraded();
    expect(await metric()).toBe('lotse_journeys_to_refold 45');
    await eventually(async () => expect(await noticesNow()).toEqual([{ code: 'refolding', count: 45 }]));
    const crowd = { ids: ids.slice(0, 10), as: 'karl', shown: ids.length };
    const { traffic } = await whilePeopleWork(api, crowd, () =>
      Promise.all([untilDone(worker()), untilDone(worker()), untilDone(worker())]),
    );
    expect({ wrong: traffic.wrong, told }).toEqual({ wrong: [], told: [] });
    for (const id of ids) await compareWithTheLog(api.platform, id);
    expect(await metric()).toBe('lotse_journeys_to_refold 0');
    await eventually(async () => expect(await noticesNow()).toEqual([]));
  }, 120_000);

  it('are left alone by a process with an older fold', async () => {
    const newer = ids[0];
    await owner.query(`UPDATE rm.journey SET fold_version = $2, phase = 'newer' WHERE id = $1`, [
      newer,
      foldVersion + 1,
    ]);
    await untilDone(worker());
    const { rows } = await owner.query('SELECT phase FROM rm.journey WHERE id = $1', [newer]);
    expect(rows).toEqual([{ phase: 'newer' }]);
    await owner.query('UPDATE rm.journey SET fold_version = $2 WHERE id = $1', [newer, foldVersion - 1]);
    await untilDone(worker());
    await compareWithTheLog(api.platform, newer ?? '');
  });

  it('whose log is broken are told, and keep the worker from nothing else', async () => {
    const [broken = ''] = ids.slice(20);
    await owner.query('ALTER TABLE es.event DISABLE TRIGGER append_only');
    await owner.query('DELETE FROM es.event WHERE stream_id = $1 AND version = 2', [broken]);
    await upgraded();
    const refolding = worker();
    const steps = await untilDone(refolding);
    expect(steps).toBeGreaterThan(2); // by twenties, and once more at the end
    expect(new Set(told)).toEqual(new Set([`${broken} log-broken`]));
    expect(await metric()).toBe('lotse_journeys_to_refold 1');
    const seen = told.length;
    expect(await untilDone(refolding)).toBeLessThan(2);
    expect(told.length).toBeGreaterThan(seen);
    for (const id of ids) if (id !== broken) await compareWithTheLog(api.platform, id);
  });
});
