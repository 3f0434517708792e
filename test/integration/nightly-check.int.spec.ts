import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { noticesOf } from '../../src/health/notices.js';
import { linesOf } from '../../src/metrics/prometheus.js';
import { reconciliation } from '../../src/metrics/reconciliation-metrics.js';
import { verifiedWorld, type VerifiedWorld } from '../support/verified-world.js';

/** No disk of this machine is looked at. */
const elsewhere = { dataDir: '/nowhere' };
let world: VerifiedWorld;
let journey: string;
/** A Tuesday, 09:45 in Berlin: the night's check is due. */
const night = '2026-01-13T08:45:00.000Z';

beforeAll(async () => {
  world = await verifiedWorld();
  const mara = await world.account('mara', 'coach');
  // more than one page
  for (let count = 0; count < 24; count += 1)
    journey = await world.open({ coach: mara, validUntil: '2026-05-10' });
  await world.keepLog();
});
afterAll(() => world?.end());
beforeEach(async () => {
  await world.sql.query('DELETE FROM checks.run');
  await world.sql.query('DELETE FROM checks.finding');
  await world.restoreLog();
  await world.arm();
  world.setClock(night);
});

const runs = async () => (await world.sql.query<Record<string, unknown>>('SELECT * FROM checks.run')).rows;
const findings = async () =>
  (
    await world.sql.query<Record<string, unknown>>(
      `SELECT "check", subject, detail, healed, gone_at IS NULL AS stands FROM checks.finding ORDER BY 1, 2, 3`,
    )
  ).rows;
const breakChain = () =>
  world.tamper(`UPDATE es.event SET data = data || '{"x": 1}' WHERE stream_id = $1 AND version = 1`, [
    journey,
  ]);
const broken = () => ({
  check: 'chain',
  subject: journey,
  detail: 'broken at 1',
  healed: false,
  stands: true,
});

describe('the nightly check', () => {
  it('is done once a night, by one of several workers', async () => {
    const done = await Promise.all([world.nightly().turn(), world.nightly().turn(), world.nightly().turn()]);
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(await world.nightly().turn()).toBe(false);
    const { rows } = await world.sql.query<{ count: number }>('SELECT count(*)::int AS count FROM es.stream');
    expect(await runs()).toEqual([
      expect.objectContaining({ night: '2026-01-13', streams: rows[0]?.count, temporal: 'away' }),
    ]);
    world.setClock('2026-01-14T01:30:00.000Z');
    expect(await world.nightly().turn()).toBe(true);
    expect(await runs()).toHaveLength(2);
  });

  it('heals what is safe to heal, and lists it', async () => {
    await world.tamper(`UPDATE rm.journey SET phase = 'placed' WHERE id = $1`, [journey]);
    expect(await world.nightly().turn()).toBe(true);
    const detail = 'rm.journey phase';
    expect(await findings()).toEqual([
      { check: 'read_model', subject: journey, detail, healed: true, stands: false },
    ]);
    expect((await world.verify()).findings).toEqual([]);
    expect(await noticesOf(world.sql, elsewhere)).toEqual([]);
  });

  it('lists what a person has to look at until it is gone; health and metrics tell', async () => {
    await breakChain();
    await world.nightly().turn();
    expect(await findings()).toEqual([broken()]);
    expect(await noticesOf(world.sql, elsewhere)).toEqual([{ code: 'differences', count: 1 }]);
    const lines = (await reconciliation(world.sql)).flatMap(linesOf);
    expect(lines).toEqual(
      expect.arrayContaining(['lotse_findings{check="chain"} 1', 'lotse_findings{check="seal"} 0']),
    );
    expect(lines.filter((line) => /^lotse_reconciliation_\w+ [\d.]+$/.test(line))).toHaveLength(2);

    await world.restoreLog();
    world.setClock('2026-01-14T01:30:00.000Z');
    await world.arm();
    await world.nightly().turn();
    expect(await findings()).toEqual([{ ...broken(), stands: false }]);
    expect(await noticesOf(world.sql, elsewhere)).toEqual([]);
  });

  it('goes on where a worker has stopped, with what that one had seen', async () => {
    await breakChain();
    const { rows } = await world.sql.query<{ id: string }>(
      'SELECT stream_id AS id FROM es.stream ORDER BY 1',
    );
    const stopping = new AbortController();
    stopping.abort(); // it ends after its first page, and gives the run back
    expect(await world.nightly(stopping.signal).turn()).toBe(false);
    expect(await runs()).toEqual([
      expect.objectContaining({ cursor: rows[19]?.id, streams: 20, finished_at: null }),
    ]);
    expect(await world.nightly().turn()).toBe(true);
    expect(await runs()).toEqual([expect.objectContaining({ streams: rows.length })]);
    expect(await findings()).toEqual([broken()]);
  });

  it('waits for a worker that lives, and follows one that has died', async () => {
    const begun = `INSERT INTO checks.run (night, owner, alive_at) VALUES ('2026-01-13', gen_random_uuid(), now() - $1::interval)`;
    await world.sql.query(begun, ['1 minute']);
    expect(await world.nightly().turn()).toBe(false);
    await world.sql.query('DELETE FROM checks.run');
    await world.sql.query(begun, ['3 minutes']);
    expect(await world.nightly().turn()).toBe(true);
  });

  it('is missed after 36 hours, unless the installation is younger', async () => {
    expect(await noticesOf(world.sql, elsewhere)).toEqual([]);
    await world.owner.query(`UPDATE checks.watched SET since = now() - interval '37 hours'`);
    expect(await noticesOf(world.sql, elsewhere)).toEqual([{ code: 'reconciliation_overdue' }]);
    await world.nightly().turn();
    expect(await noticesOf(world.sql, elsewhere)).toEqual([]);
    await world.sql.query(`UPDATE checks.run SET finished_at = now() - interval '37 hours'`);
    expect(await noticesOf(world.sql, elsewhere)).toEqual([
      { code: 'reconciliation_overdue', since: expect.stringMatching(/^20/) },
    ]);
  });
});
