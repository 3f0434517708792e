import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startApi, type Api } from '../support/api.js';
import { staff } from '../support/journey-calls.js';
import { openJourneys } from '../support/live-traffic.js';
import { lotse } from '../support/test-terminal.js';

let api: Api;
let owner: pg.Pool;
let ids: string[];
let env: Record<string, string>;

beforeAll(async () => {
  api = await startApi(staff);
  const { url, adminUrl } = api.database;
  owner = new pg.Pool({ connectionString: adminUrl, max: 1 });
  owner.on('error', () => undefined); // the query that meets it says so
  ids = await openJourneys(api, 3);
  env = {
    DATABASE_URL: url,
    DATABASE_ADMIN_URL: adminUrl,
    LOTSE_DATA_DIR: '/nowhere',
    LOTSE_MASTER_KEY: '07'.repeat(32),
  };
});
afterAll(async () => {
  await owner?.end();
  await api?.close();
});

describe('lotse rebuild', () => {
  it('says what it looked at, and that every row was right', async () => {
    const { code, out, err } = await lotse(['rebuild'], env, { isTty: true });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /^3 journeys and 0 accounts were looked at: \d+ events in \d+\.\d s, \d+ a second\.\nEvery row was right\.\n$/,
    );
  });

  it('rebuilds the read model of that name, and says how many rows it made right', async () => {
    const { rowCount } = await owner.query('DELETE FROM rm.deadline');
    await owner.query(`UPDATE rm.journey SET phase = 'placed'`);
    const { code, out } = await lotse(['rebuild', 'deadline'], env);
    expect(code).toBe(0);
    expect(out).toContain(`Rows made right: deadline ${rowCount}.`);
  });

  it('prints JSON for a machine', async () => {
    const { code, out } = await lotse(['rebuild', '--json'], env);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ journeys: 3, accounts: 0, healed: { journey: 3 }, failed: [] });
  });

  it('names the read models there are where it is asked for another', async () => {
    const { code, err } = await lotse(['rebuild', 'deadlines'], env);
    expect(code).toBe(2);
    expect(err).toContain('journey, deadline, flag, task, message, staff_notice, phase, staff_mail');
  });

  it('ends with 1 and names the journey that can not be folded', async () => {
    const [broken = ''] = ids;
    await owner.query('ALTER TABLE es.event DISABLE TRIGGER append_only');
    await owner.query('DELETE FROM es.event WHERE stream_id = $1 AND version = 2', [broken]);
    const { code, out, err } = await lotse(['rebuild', '--json'], env);
    expect(code).toBe(1);
    expect(err).toContain(`  ${broken}: events are missing, or can’t be opened or folded\n`);
    expect(JSON.parse(out)).toMatchObject({ healed: {}, failed: [{ id: broken, why: 'log-broken' }] });
  });
});
