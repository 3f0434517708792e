import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { noticesOf } from '../../src/health/notices.js';
import { JourneysHeld, startAgain } from '../../src/recovery/start-again.js';
import { markArmed, takeDirty } from '../../src/relay/dirty-set.js';
import { startApi, type Api } from '../support/api.js';
import { journeyCalls, opening, paper, staff, today } from '../support/journey-calls.js';
import { lotse } from '../support/test-terminal.js';

let api: Api;
let env: Record<string, string>;
const dataDir = mkdtempSync(join(tmpdir(), 'lotse-recover-'));
const { opened, post } = journeyCalls(() => api);
const ids: string[] = [];

beforeAll(async () => {
  api = await startApi(staff);
  const { url, adminUrl } = api.platform.config.database;
  env = {
    NODE_ENV: 'test',
    DATABASE_URL: url,
    DATABASE_ADMIN_URL: adminUrl,
    LOTSE_MASTER_KEY: '07'.repeat(32),
    LOTSE_DATA_DIR: dataDir,
  };
  for (const days of [50, 60, 70]) ids.push(await opened(opening({ document: paper(days) })));
  const closed = await opened();
  await post(closed, 'close', { on: today, reason: 'moved_away' });
  await arm();
}, 60_000);
afterAll(async () => {
  await api?.close();
  rmSync(dataDir, { recursive: true });
});

/** What a relay does whose every word gets there. Gives the journeys in the order in which they were told. */
async function arm(): Promise<string[]> {
  const told: string[] = [];
  for (;;) {
    const [row] = await takeDirty(api.platform.sql, 1);
    if (!row) return told;
    await markArmed(api.platform.sql, [{ ...row, armedFor: row.standing.nextDue }]);
    told.push(row.id);
  }
}

/** No disk of this machine is looked at. */
const elsewhere = { dataDir: '/nowhere' };

const beat = (ago: string): Promise<unknown> =>
  api.platform.sql.query(
    `INSERT INTO rm.heartbeat (part, at) SELECT part, now() - $1::interval FROM unnest(ARRAY['worker', 'relay']) part
     ON CONFLICT (part) DO UPDATE SET at = excluded.at`,
    [ago],
  );

const journeys = async () => {
  const { rows } = await api.platform.sql.query(
    'SELECT id, armed_version, armed_for, bulk, leased_until FROM rm.journey ORDER BY id',
  );
  return rows;
};

describe('lotse recover', () => {
  it('says what it would do, and changes nothing', async () => {
    const before = await journeys();
    const { code, out } = await lotse(['recover', '--dry-run'], env);
    expect({ code, lines: out.split('\n').length }).toEqual({ code: 0, lines: 7 });
    expect(out).toContain('3 journeys would be started again under generation 2');
    expect(out).toContain('0 of them have something overdue');
    expect(out).toMatch(/The next is due on \d{4}-\d\d-\d\d at \d\d:\d\d\./);
    expect(out).toContain('less than a second');
    const asJson = await lotse(['recover', '--dry-run', '--json'], env);
    expect(JSON.parse(asJson.out)).toEqual({
      generation: 2,
      journeys: 3,
      overdue: 0,
      nextDue: expect.stringMatching(/Z$/),
      imports: 0,
    });
    expect(await journeys()).toEqual(before);
    expect(await noticesOf(api.platform.sql, elsewhere)).toEqual([]);
  }, 30_000);

  it('says in one line that no worker is there, and leaves the rest to the one that comes', async () => {
    await beat('1 minute');
    const { code, out } = await lotse(['recover'], env);
    expect({ code, lines: out.trimEnd().split('\n') }).toEqual({
      code: 0,
      lines: [
        'Generation 2 is valid: 3 journeys and 0 imports are started again, also without this command.',
        '3 journeys wait. No worker runs here: start Lotse (npm start). It then goes on by itself; this command need not be repeated.',
      ],
    });
    expect(await noticesOf(api.platform.sql, elsewhere)).toEqual([
      { code: 'recovering', count: 3, since: expect.stringMatching(/Z$/) },
    ]);
    expect((await api.call('GET', '/metrics')).text).toContain('\nlotse_journeys_recovering 3\n');
  }, 30_000);

  it('has what people did since told before the rest, the earliest due first', async () => {
    const [, , last = ''] = ids;
    expect((await post(last, 'documents', paper(71))).status).toBe(201);
    const told = await arm();
    expect(told[0]).toBe(last);
    expect(new Set(told)).toEqual(new Set(ids));
    expect(await noticesOf(api.platform.sql, elsewhere)).toEqual([]);
  });

  it('keeps before the rest what people had done already', async () => {
    const [first = '', second = ''] = ids;
    expect((await post(second, 'documents', paper(61))).status).toBe(201);
    const { code } = await lotse(['recover', '--no-wait'], env);
    expect(code).toBe(0);
    expect((await arm()).slice(0, 2)).toEqual([second, first]);
  }, 30_000);

  it('waits with a worker that works, run twice or not, and ends with the figures', async () => {
    await beat('0 seconds');
    await startAgain(api.platform.sql);
    const running = lotse(['recover', '--json'], env, { isTty: true });
    for (let generation = 0; generation < 5; generation = await currentGeneration())
      await new Promise((resolve) => setTimeout(resolve, 20));
    await arm();
    const { code, out, drawn } = await running;
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      generation: 5,
      journeys: 3,
      imports: 0,
      told: 3,
      left: 0,
      seconds: expect.any(Number),
    });
    expect(drawn).not.toContain('undefined');
  }, 30_000);
});

async function currentGeneration(): Promise<number> {
  const { rows } = await api.platform.sql.query<{ generation: number }>(
    'SELECT generation FROM es.installation',
  );
  return rows[0]?.generation ?? 0;
}

describe('a recovery', () => {
  it('does not count what a relay was telling when it began', async () => {
    const { sql } = api.platform;
    await sql.query('UPDATE rm.journey SET armed_version = stream_version - 1 WHERE id = $1', [ids[0]]);
    const [row] = await takeDirty(sql, 1);
    if (!row) throw new Error('Nothing was dirty');
    await startAgain(sql);
    await markArmed(sql, [{ ...row, armedFor: row.standing.nextDue }]);
    const told = await arm();
    expect(told).toHaveLength(3);
    expect(told).toContain(row.id);
  });

  it('waits for those who write, changes nothing where one does not end, and says so', async () => {
    const stuck = new pg.Client({ connectionString: api.platform.config.database.adminUrl });
    await stuck.connect();
    try {
      await stuck.query('BEGIN');
      await stuck.query('UPDATE rm.journey SET bulk = bulk WHERE id = $1', [ids[0]]);
      const before = await currentGeneration();
      await expect(startAgain(api.platform.sql, 200)).rejects.toThrow(JourneysHeld);
      expect(await currentGeneration()).toBe(before);
      await stuck.query('COMMIT');
      expect(await startAgain(api.platform.sql)).toMatchObject({ generation: before + 1, journeys: 3 });
    } finally {
      await stuck.end();
    }
  });

  it('is the only way in which the application changes the installation', async () => {
    const { sql } = api.platform;
    for (const change of ['generation = 1', 'epoch = 2', 'id = gen_random_uuid()'])
      await expect(sql.query(`UPDATE es.installation SET ${change}`)).rejects.toThrow(/permission denied/);
  });
});
