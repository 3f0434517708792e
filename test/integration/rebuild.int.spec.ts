import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rebuildable } from '../../src/read-models/rebuild/names.js';
import { rebuild, type Rebuilt } from '../../src/read-models/rebuild/rebuild.js';
import { manyJourneys } from '../support/many-journeys.js';
import { anySpoilings, spoil, spoilings } from '../support/spoiled-rows.js';
import { staffWorld, type StaffWorld } from '../support/staff-world.js';
import { compareWithTheLog } from './event-store/what-the-log-says.js';

let world: StaffWorld;
let ids: string[];
let mara: string;

beforeAll(async () => {
  world = await staffWorld('2037-01-12T09:00:00.000Z'); // a Monday
  mara = await world.account('mara', 'coach');
  await world.open({ coach: mara, externalId: 'ESW-1', validUntil: '2037-03-10' });
  await world.open({ coach: mara, externalId: 'ESW-2', validUntil: '2037-03-10' });
  await world.reaches('2037-01-13T06:30:00.000Z');
  await world.round();
  await world.owner.query('UPDATE rm.staff_notice SET settled_at = NULL');
  await manyJourneys(world, { count: 8, length: 25, from: '2022-01-10T08:00:00.000Z' });
  ids = await idsNow();
}, 120_000);
afterAll(() => world?.end());

const rebuildAll = (
  models: readonly string[] = rebuildable,
  more: { pageSize?: number } = {},
): Promise<Rebuilt> => {
  const { sql, secrets, programmes } = world;
  return rebuild(
    { sql, secrets, programmes, generation: () => Promise.resolve(1), ...more },
    models,
    () => undefined,
  );
};

/** Everything that stands in a table, in one order. */
const rowsIn = async (table: string): Promise<object[]> =>
  (await world.owner.query<object>(`SELECT t.* FROM rm.${table} t ORDER BY t::text`)).rows;

const idsNow = async (): Promise<string[]> =>
  (await world.sql.query<{ id: string }>('SELECT id FROM rm.journey ORDER BY id')).rows.map(({ id }) => id);

/** Compares each journey's rows with the log, and that there are no others. */
async function everyRowIsRight(): Promise<void> {
  for (const id of ids) await compareWithTheLog(world, id);
  expect(await idsNow()).toEqual(ids);
}

const relay = async (id: string) =>
  (
    await world.owner.query<{ armed: number; version: number; bulk: boolean; for: Date | null }>(
      `SELECT armed_version::int AS armed, stream_version::int AS version, bulk, armed_for AS for
         FROM rm.journey WHERE id = $1`,
      [id],
    )
  ).rows[0];

/** Every workflow has heard everything. */
const allAreTold = () =>
  world.owner.query(
    `UPDATE rm.journey SET armed_version = stream_version, armed_for = next_due, bulk = false`,
  );

describe('a rebuild where every row is right', () => {
  it('looks at all of them and writes nothing', async () => {
    const [before, staff] = [await rowsIn('journey'), await rowsIn('staff_mail')];
    expect(staff.length).toBeGreaterThan(0);
    const { healed, failed, journeys, accounts, events } = await rebuildAll();
    expect({ healed, failed, journeys, accounts }).toEqual({
      healed: {},
      failed: [],
      journeys: 10,
      accounts: 1,
    });
    expect(events).toBeGreaterThan(10 * 10);
    expect(await rowsIn('journey')).toEqual(before);
  });
});

describe('a rebuild', () => {
  it.each(spoilings)('heals $model: $what', async ({ model, ...spoiling }) => {
    const owning = await world.owner.query<{ id: string }>(
      `SELECT ${model === 'journey' ? 'id' : 'journey_id'} AS id FROM rm.${model} GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 2`,
    );
    const [one = '', other = ids.find((id) => id !== one) ?? ''] = owning.rows.map(({ id }) => id);
    const others = rebuildable.filter((name) => name !== model && model !== 'journey');
    const before = await Promise.all(others.map(rowsIn));
    await spoil(world.owner, { model, ...spoiling }, one, other);
    const { healed, failed } = await rebuildAll([model]);
    expect(failed).toEqual([]);
    expect(healed[model]).toBeGreaterThan(0);
    expect(await Promise.all(others.map(rowsIn))).toEqual(before);
    for (const id of [one, other]) await compareWithTheLog(world, id);
    expect(await idsNow()).toEqual(ids);
  });

  it('makes right whatever was wrong at once, in any mixture', async () => {
    await fc.assert(
      fc.asyncProperty(anySpoilings(ids.length), fc.constantFrom(1, 3, 100), async (chosen, pageSize) => {
        for (const [spoiling, one, other] of chosen) {
          await spoil(world.owner, spoiling, ids[one] ?? '', ids[other] ?? '').catch(
            (error: { code?: string }) => {
              // two of them may want the same unique place, or a row that is gone already
              if (!error.code?.startsWith('23')) throw error;
            },
          );
        }
        const { failed } = await rebuildAll(rebuildable, { pageSize });
        expect(failed).toEqual([]);
        await everyRowIsRight();
        expect((await rebuildAll()).healed).toEqual({});
      }),
      { seed: 20261127, numRuns: 12, endOnFailure: true },
    );
  });

  it('heals the mail to staff from the accounts’ streams', async () => {
    const right = await rowsIn('staff_mail');
    await world.owner.query(
      `UPDATE rm.staff_mail SET state = 'failed', day = '2020-01-01', why = 'nonsense'`,
    );
    await world.owner
      .query(`INSERT INTO rm.staff_mail SELECT 'too many', account_id, message_id, kind, day, state, since
                               FROM rm.staff_mail LIMIT 1`);
    await world.owner
      .query(`INSERT INTO rm.staff_mail SELECT key, gen_random_uuid(), message_id, kind, day, state, since
                               FROM rm.staff_mail LIMIT 1`);
    await rebuildAll(['staff_mail']);
    expect(await rowsIn('staff_mail')).toEqual(right);
    await world.owner.query('DELETE FROM rm.staff_mail');
    await rebuildAll(['staff_mail']);
    expect(await rowsIn('staff_mail')).toEqual(right);
  });
});

describe('what a rebuild leaves alone', () => {
  it('is what the relay wrote, where the workflow was told right', async () => {
    const id = ids[0] ?? '';
    await allAreTold();
    await world.owner.query(
      `UPDATE rm.journey SET commune = 'monschau', armed_for = '2036-05-05', leased_until = '2036-06-06' WHERE id = $1`,
      [id],
    );
    const before = await relay(id);
    await rebuildAll();
    expect(await relay(id)).toEqual(before);
    await everyRowIsRight();
  });

  it('is when staff were told of a notice', async () => {
    await world.owner.query(`UPDATE rm.staff_notice SET settled_at = '2036-05-05', urgent = NOT urgent`);
    const { healed } = await rebuildAll();
    expect(healed['staff_notice']).toBeGreaterThan(0);
    const { rows } = await world.owner.query<{ settled: number; all: number }>(
      `SELECT count(*) FILTER (WHERE settled_at = '2036-05-05')::int AS settled, count(*)::int AS all FROM rm.staff_notice`,
    );
    expect(rows[0]?.settled).toBe(rows[0]?.all);
    await world.owner.query('UPDATE rm.staff_notice SET settled_at = NULL');
    await everyRowIsRight();
  });

  it('is a row that a newer version of Lotse has written', async () => {
    const id = ids[1] ?? '';
    await world.owner.query(
      `UPDATE rm.journey SET fold_version = fold_version + 1, phase = 'newer' WHERE id = $1`,
      [id],
    );
    const { healed, failed } = await rebuildAll();
    expect({ healed, failed }).toEqual({ healed: {}, failed: [{ id, why: 'newer-version' }] });
    await world.owner.query('UPDATE rm.journey SET fold_version = fold_version - 1 WHERE id = $1', [id]);
    expect((await rebuildAll()).healed).toEqual({ journey: 1 });
    await everyRowIsRight();
  });
});

describe('the workflow of a journey', () => {
  it('is told again when it is armed for another instant', async () => {
    const { rows } = await world.owner.query<{ id: string }>(
      'SELECT id FROM rm.journey WHERE next_due IS NOT NULL LIMIT 1',
    );
    const id = rows[0]?.id ?? '';
    await allAreTold();
    await world.owner.query('UPDATE rm.journey SET next_due = NULL WHERE id = $1', [id]);
    await rebuildAll(['journey']);
    const { armed = 0, version = 0, bulk } = (await relay(id)) ?? {};
    expect({ isDirty: armed < version, bulk }).toEqual({ isDirty: true, bulk: true });
  });

  it('is told again when its row was missing, also where another read model is rebuilt', async () => {
    const id = ids[2] ?? '';
    await world.owner.query('DELETE FROM rm.journey WHERE id = $1', [id]);
    const { healed } = await rebuildAll(['task']);
    expect(healed['journey']).toBe(1);
    expect(await relay(id)).toMatchObject({ armed: 0, bulk: true, for: null });
    await everyRowIsRight();
  });

  it('keeps its place before the bulk where a person’s news still wait', async () => {
    const id = ids[3] ?? '';
    await world.owner.query(
      `UPDATE rm.journey SET armed_version = 1, bulk = false, standing = '{}' WHERE id = $1`,
      [id],
    );
    await rebuildAll();
    expect(await relay(id)).toMatchObject({ armed: 1, bulk: false });
  });
});

describe('a journey that can not be folded', () => {
  it('is named, stays as it is, and stops none of the others', async () => {
    const [broken = '', sealed = '', other = ''] = ids.slice(6);
    const standing = async () =>
      (
        await world.owner.query('SELECT state_plain FROM rm.journey WHERE id = ANY ($1) ORDER BY id', [
          [broken, sealed],
        ])
      ).rows;
    const before = await standing();
    await world.owner.query('ALTER TABLE es.event DISABLE TRIGGER append_only');
    await world.owner.query('DELETE FROM es.event WHERE stream_id = $1 AND version = 3', [broken]);
    await world.owner.query(
      `UPDATE es.event SET sealed = '{"case": "AQAA"}' WHERE stream_id = $1 AND version = 1`,
      [sealed],
    );
    await world.owner.query(`UPDATE rm.journey SET phase = 'placed' WHERE id = ANY ($1)`, [
      [broken, sealed, other],
    ]);
    const { healed, failed } = await rebuildAll();
    expect(healed).toEqual({ journey: 1 });
    expect(failed.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      [broken, sealed].sort().map((id) => ({ id, why: 'log-broken' })),
    );
    expect(await standing()).toEqual(before);
    await compareWithTheLog(world, other);
  });
});
