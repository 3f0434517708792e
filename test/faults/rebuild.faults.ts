import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { rebuildable } from '../../src/read-models/rebuild/names.js';
import { rebuild } from '../../src/read-models/rebuild/rebuild.js';
import { compareWithTheLog } from '../integration/event-store/what-the-log-says.js';
import { journeyRunner, type RunnerWorld } from '../integration/event-store/runner.js';
import { startApi, type Api } from '../support/api.js';
import { staff } from '../support/journey-calls.js';
import { rebuildAgainAndAgain } from '../support/live-rebuild.js';
import { openJourneys, whilePeopleWork } from '../support/live-traffic.js';
import { manyJourneys } from '../support/many-journeys.js';

const tell = (what: object): void => void process.stdout.write(`${JSON.stringify(what)}\n`);

describe('rebuilding everything for minutes while people work', () => {
  let api: Api;
  let owner: pg.Pool;
  let ids: string[];
  beforeAll(async () => {
    api = await startApi(staff);
    owner = new pg.Pool({ connectionString: api.database.adminUrl, max: 2 });
    owner.on('error', () => undefined); // the query that meets it says so
    ids = await openJourneys(api, 350);
  }, 300_000);
  afterAll(async () => {
    await owner?.end();
    await api?.close();
  });

  it('fails no read and no command, shows every journey, and leaves every row as the log says', async () => {
    const { result, traffic } = await whilePeopleWork(api, { ids, as: 'karl' }, () =>
      rebuildAgainAndAgain(api, owner, ids, { seconds: 240 }),
    );
    tell({ ...result, ...traffic });
    expect({ wrong: traffic.wrong, failed: result.failed }).toEqual({ wrong: [], failed: [] });
    for (const id of ids) await compareWithTheLog(api.platform, id);
  });
});

describe('a rebuild of a few thousand journeys', () => {
  let world: RunnerWorld;
  beforeAll(async () => {
    world = await journeyRunner('2037-01-12T09:00:00.000Z');
  });
  afterAll(() => world?.end());

  it('finds every row right, and then makes every row anew', async () => {
    const { events } = await manyJourneys(world, {
      count: 3000,
      length: 20,
      from: '2022-01-10T08:00:00.000Z',
    });
    const { sql, secrets, programmes, owner } = world;
    const timed = async (what: string) => {
      const [began, cpu] = [performance.now(), process.cpuUsage()];
      const parts = { sql, secrets, programmes, generation: () => Promise.resolve(1) };
      const { healed, failed } = await rebuild(parts, rebuildable, () => undefined);
      const seconds = (performance.now() - began) / 1000;
      const { user, system } = process.cpuUsage(cpu);
      tell({
        what,
        events,
        seconds,
        perSecond: events / seconds,
        perCpuSecond: events / ((user + system) / 1e6),
      });
      expect(failed).toEqual([]);
      return healed;
    };
    expect(await timed('right already')).toEqual({});
    await owner.query(`UPDATE rm.journey SET fold_version = 0`);
    expect(await timed('another fold')).toEqual({ journey: 3000 });
    await owner.query('DELETE FROM rm.journey');
    expect((await timed('everything is gone'))['journey']).toBe(3000);
  });
});
