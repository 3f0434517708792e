import { expect } from '@jest/globals';
import type { JourneyState } from '../../../domain/journey/state.js';
import { loadJourney } from '../../../src/journeys/loaded-journey.js';
import { rebuildJourney, type RebuiltJourney } from '../../../src/journeys/rebuild-journey.js';
import { inlineReadModels } from '../../../src/read-models/index.js';
import type { RunnerWorld } from './runner.js';

/** What it takes to compare: a runner's world, or the platform of an API. */
type Compared = Pick<RunnerWorld, 'sql' | 'secrets' | 'programmes'>;

/** As JSON gives it back: without fields that are undefined. */
export const asStored = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

/** The journey as the next command would find it. */
export const journeyNow = async ({ sql, secrets }: Compared, journey: string): Promise<JourneyState> =>
  (await loadJourney(sql, secrets.wrapping, journey)).state;

/** Compares everything that a journey's commands wrote along the way with what the log alone says, and the log with its chain. */
export async function compareWithTheLog(world: Compared, journey: string): Promise<RebuiltJourney> {
  const rebuilt = await rebuildJourney(world.sql, world.secrets, world.programmes, 1, journey);
  const row = await writtenRow(world, journey);
  expect(asStored(await journeyNow(world, journey))).toEqual(asStored(rebuilt.state));
  const { state_sealed: sealed, names_sealed: names, ...columns } = rebuilt.row;
  expect(asStored(row)).toMatchObject(asStored(columns) as object);
  expect(Object.keys(row['state_sealed'] ?? {}).sort()).toEqual(Object.keys(sealed).sort());
  expect(Object.keys(row['names_sealed'] ?? {}).sort()).toEqual(Object.keys(names).sort());
  for (const { name } of inlineReadModels) {
    const { rows: written } = await world.sql.query<object>(
      `SELECT * FROM rm.${name} WHERE journey_id = $1`,
      [journey],
    );
    expect({ name, rows: byFirst(written) }).toEqual({ name, rows: byFirst(rebuilt.models[name] ?? []) });
  }
  const { rows } = await world.sql.query('SELECT es.broken_at($1) AS broken', [journey]);
  expect(rows).toEqual([{ broken: null }]);
  return rebuilt;
}

/** A journey's own row as it was written by its commands. */
async function writtenRow({ sql }: Compared, journey: string): Promise<Record<string, unknown>> {
  const { rows } = await sql.query<Record<string, unknown>>(
    `SELECT *, '\\x' || encode(external_id_hmac, 'hex') AS external_id_hmac FROM rm.journey WHERE id = $1`,
    [journey],
  );
  return rows[0] ?? {};
}

/** By their key, which is the first column of every read model. */
const byFirst = (rows: object[]): object[] =>
  [...rows].sort((a, b) => (String(Object.values(a)[0]) < String(Object.values(b)[0]) ? -1 : 1));
