import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Verified } from '../src/reconciliation/verify.js';
import { distinctNames, personOf } from './generator/people.js';
import { startFilled, type Installation } from './scale/installation.js';

let installation: Installation;
beforeAll(async () => {
  installation = await startFilled({ journeys: 60, templates: 10 });
}, 180_000);
afterAll(() => installation.remove(), 60_000);

describe('what the generator fills in', () => {
  it('is what the product would have written, but for workflows', async () => {
    const { lotse, filled } = installation;
    // it ends with 1: the workflows are missing
    const said = await lotse.cli('verify', '--json').catch((error: Error) => error.message);
    const { streams, events, findings } = JSON.parse(
      said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1),
    ) as Verified;
    expect([streams, events]).toEqual([filled.journeys, filled.events]);
    expect(findings.filter(({ check }) => check !== 'temporal')).toEqual([]);
  }, 60_000);

  it('has a journey of two hundred events and one of a thousand', async () => {
    const { db, filled } = installation;
    const { rows } = await db.query<{ id: string; version: number }>(
      'SELECT stream_id AS id, version::int FROM es.stream WHERE stream_id = ANY ($1)',
      [Object.values(filled.long)],
    );
    const lengthOf = (id = '') => rows.find((row) => row.id === id)?.version ?? 0;
    expect(lengthOf(filled.long[200])).toBeGreaterThanOrEqual(200);
    expect(lengthOf(filled.long[1000])).toBeGreaterThanOrEqual(1000);
  });

  it('leaves the relay nothing to do', async () => {
    const { rows } = await installation.db.query(
      `SELECT 1 FROM rm.journey WHERE armed_version <> stream_version OR next_due < now() + interval '2 hours'`,
    );
    expect(rows).toEqual([]);
  });

  it('names a hundred thousand people so that they can be told apart', () => {
    expect(distinctNames).toBeGreaterThanOrEqual(100_000);
    const names = Array.from({ length: 100_000 }, (_, number) => {
      const { givenName, familyName } = personOf(number);
      return `${givenName} ${familyName}`;
    });
    expect(new Set(names).size).toBe(100_000);
  });
});
