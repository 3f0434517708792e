import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import type { BulkAnswer } from '../../contract/pages/bulk.js';
import type { ImportAnswer } from '../../contract/routes/imports.js';
import { eventually } from '../support/eventually.js';
import { killAll } from '../support/imported.js';
import { startLotse, type RunningLotse } from '../support/running-lotse.js';

const register = readFileSync(new URL('../data/register.csv', import.meta.url), 'utf8');

let lotse: RunningLotse;
let token: string;

beforeAll(async () => {
  lotse = await startLotse({ LOTSE_NOW: '2026-11-23T10:00:00.000Z', LOTSE_OFFICE_PHONE: '0241 4710 99' });
  token = await lotse.account('koordination@example.org', 'coordinator');
  const csv = { 'content-type': 'text/csv' };
  const { json } = await lotse.call(token, 'POST', '/imports?basis=consent_on_paper', register, csv);
  await eventually(
    async () => expect(await shown<ImportAnswer>(`/imports/${json.id}`)).toMatchObject({ state: 'done' }),
    120_000,
  );
}, 300_000);
afterAll(() => lotse?.remove(), 60_000);

/** What an address answers; nothing while nobody answers. */
const shown = async <Found>(path: string): Promise<Found | undefined> => {
  const answer = await lotse.call(token, 'GET', path).catch(() => undefined);
  return answer?.status === 200 ? (answer.json as Found) : undefined;
};

const contact = { on: '2026-11-23', channel: 'letter', direction: 'out', reached: false };

async function recorded(batch: string): Promise<object[]> {
  const sql = new pg.Client({ connectionString: lotse.run.databaseUrl });
  await sql.connect();
  const { rows } = await sql.query<object>(
    `SELECT count(*)::int AS contacts, count(DISTINCT stream_id)::int AS journeys
       FROM es.event WHERE type = 'ContactRecorded' AND correlation_id = $1`,
    [batch],
  );
  await sql.end();
  return rows;
}

it('a dry run on 400 journeys is over in a moment, and records nothing', async () => {
  const act = { command: 'record_contact', filter: {}, body: contact, dryRun: true };
  const { json } = await lotse.call(token, 'POST', '/bulk', act);
  await eventually(async () =>
    expect(await shown<BulkAnswer>(`/bulk/${json.id}`)).toMatchObject({ state: 'done', done: 400 }),
  );
  expect(await recorded(json.id)).toEqual([{ contacts: 0, journeys: 0 }]);
}, 60_000);

it('an act on 400 journeys is done once in each, where API and worker are killed in the middle', async () => {
  const act = { command: 'record_contact', filter: {}, body: contact };
  const { status, json } = await lotse.call(token, 'POST', '/bulk', act);
  expect(status).toBe(202);
  let kills = 0;
  await eventually(async () => {
    const answer = await shown<BulkAnswer>(`/bulk/${json.id}`);
    if (kills === 0 && (answer?.done ?? 0) > 40) {
      kills += 1;
      killAll(lotse, ['src/worker.js', 'api/main.js']);
    }
    expect(answer?.state).toBe('done');
  }, 180_000);
  expect(kills).toBe(1);
  const answer = await shown<BulkAnswer>(`/bulk/${json.id}`);
  expect(answer).toMatchObject({ rows: 400, done: 400, unchanged: 0, refused: 0 });
  expect(new Set(answer?.outcomes.map(({ journeyId }) => journeyId)).size).toBe(400);
  expect(await recorded(json.id)).toEqual([{ contacts: 400, journeys: 400 }]);
}, 240_000);
