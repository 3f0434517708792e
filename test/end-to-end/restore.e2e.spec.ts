import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import { eventually } from '../support/eventually.js';
import { newDataDir, runCli, startLotse, type Answer, type RunningLotse } from '../support/running-lotse.js';
import { consentToReminders, remindable } from '../support/reminded.js';

/** Quiet hours off: the reminder of a late fact is due 15 to 60 seconds after it, some before the backup, some behind. */
const env = { LOTSE_QUIET_HOURS: 'off', LOTSE_OFFICE_PHONE: '0241 4710 99' };
const dir = mkdtempSync(join(tmpdir(), 'lotse-drill-'));
const today = berlinDay(new Date().toISOString());
const register = [
  'Kennung;Nachname;Vorname;Geburtsdatum;Kommune',
  ...[1, 2, 3].map((n) => `AC-${n};Beispiel;Noor;0${n}.05.2004;stolberg`),
].join('\n');

/** What was there at the backup, of journeys that nobody touched meanwhile, and what had been sent. */
interface Before {
  journeys: unknown[];
  agenda: unknown[];
  import: unknown;
  sent: Set<string>;
  takenAt: string;
}

let lotse: RunningLotse;
let token: string;
let before: Before;
const still: string[] = [];
const reminded: string[] = [];
const acknowledged: string[] = [];
let importId = '';

beforeAll(async () => {
  lotse = await startLotse(env);
  token = await lotse.account('koordination@example.org', 'coordinator');
  await lotse.cli(['token', 'create', '--user', 'koordination@example.org', '--save']);
}, 180_000);
afterAll(async () => {
  await lotse?.remove();
  rmSync(dir, { recursive: true, force: true });
}, 60_000);

async function post(path: string, body: object): Promise<Answer['json']> {
  const answer = await lotse.call(token, 'POST', path, body, { 'idempotency-key': randomUUID() });
  expect(answer.status).toBe(201);
  return answer.json;
}

/** Opens a journey of somebody who may be reminded; gives its id. */
async function open(validForDays: number): Promise<string> {
  const { id } = await post(
    '/journeys',
    remindable(`${randomUUID()}@example.org`, addDays(today, validForDays)),
  );
  await post(`/journeys/${id}/milestones`, consentToReminders(today));
  return id;
}

const show = async (path: string): Promise<Answer['json']> => (await lotse.call(token, 'GET', path)).json;

async function ask<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: lotse.run.databaseAdminUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Deadlines and messages by id, day and planned instant. */
const agendaOf = (ids: readonly string[]): Promise<object[]> =>
  ask(
    `SELECT id, due::text AS at, state FROM rm.deadline WHERE journey_id = ANY($1)
     UNION ALL SELECT id, planned_for::text, state FROM rm.message WHERE journey_id = ANY($1) ORDER BY 1, 2`,
    [ids],
  );

/** The Message-IDs of all caught mails, before the @. None comes twice. */
function caught(): Set<string> {
  const ids = lotse.mails().map(({ raw }) => /^Message-ID: <([^@]+)@/im.exec(raw)?.[1] ?? '');
  expect(new Set(ids).size).toBe(ids.length);
  return new Set(ids);
}

/** Which messages the log of an epoch knows to have left: 1 is that of the lost Lotse, as far as the backup has it. */
async function sentByTheLog(epoch: number): Promise<string[]> {
  const rows = await ask<{ id: string }>(
    `SELECT coalesce(data ->> 'mail', data ->> 'key') AS id FROM es.event
      WHERE type IN ('MessageSent', 'StaffMailSent') AND epoch = $1`,
    [epoch],
  );
  return rows.map(({ id }) => id);
}

/** How many reminders are in one of these states, of the journeys that are due one. */
async function reminders(...states: string[]): Promise<number> {
  const [row] = await ask<{ count: number }>(
    `SELECT count(DISTINCT journey_id)::int AS count FROM rm.message
      WHERE state = ANY($1) AND recipient = 'participant' AND journey_id = ANY($2)`,
    [states, reminded],
  );
  return row?.count ?? 0;
}

describe('the drill', () => {
  const [folder, keys] = [join(dir, 'backup'), join(dir, 'elsewhere', 'keys')];

  it('has journeys, an import, reminders that were sent and others that lie ahead', async () => {
    for (let count = 0; count < 10; count += 1) reminded.push(await open(40 + count));
    for (let count = 0; count < 3; count += 1) still.push(await open(200 + count));
    const file = join(dir, 'register.csv');
    writeFileSync(file, register);
    await lotse.cli(['import', file, '--basis', 'public_task']);
    const [imported] = await ask<{ id: string }>('SELECT id FROM imports.import');
    importId = imported?.id ?? '';
    await eventually(async () => expect(await reminders('sent')).toBeGreaterThanOrEqual(2), 90_000);
  }, 120_000);

  it('makes a backup while commands go on', async () => {
    before = {
      journeys: await Promise.all(still.map((id) => show(`/journeys/${id}`))),
      agenda: await agendaOf(still),
      import: await show(`/imports/${importId}`),
      sent: new Set(),
      takenAt: '',
    };
    const over = new AbortController();
    const [talking = ''] = reminded;
    const clicking = (async () => {
      for (let day = 60; !over.signal.aborted; day += 1) {
        await post(`/journeys/${talking}/documents`, {
          kind: 'toleration_60a',
          validUntil: addDays(today, day),
        });
        acknowledged.push(new Date().toISOString());
      }
    })();
    await eventually(() => expect(acknowledged.length).toBeGreaterThan(2));
    const manifest = JSON.parse(await lotse.cli(['backup', folder, '--keys', keys, '--json'])) as {
      takenAt: string;
    };
    over.abort();
    await clicking;
    before = { ...before, takenAt: manifest.takenAt };
    expect(acknowledged.filter((at) => at > manifest.takenAt).length).toBeGreaterThan(0);
  }, 60_000);

  it('loses everything but backup and master key, and restores', async () => {
    const overIt = lotse.cli(['restore', folder, '--keys', keys]);
    await expect(overIt).rejects.toThrow(/already runs on .*: stop it/);
    await lotse.stop();
    before = { ...before, sent: caught() };
    const masterKey = join(dir, 'master.key');
    cpSync(join(lotse.dataDir, 'master.key'), masterKey);
    rmSync(lotse.dataDir, { recursive: true });

    const dataDir = newDataDir();
    cpSync(masterKey, join(dataDir, 'master.key'));
    const restored = await runCli(['restore', folder, '--keys', keys], dataDir);
    expect(restored).toMatch(/^Restored as of .*: 16 journeys, \d+ events, 1 accounts\./);
    lotse = await startLotse(env, dataDir);
    expect(await lotse.cli(['recover', '--no-wait'])).toMatch(/16 journeys and 0 imports are started again/);
  }, 120_000);

  it('has the same journeys, import, and agenda by id, day and planned instant', async () => {
    expect(await Promise.all(still.map((id) => show(`/journeys/${id}`)))).toEqual(before.journeys);
    expect(await agendaOf(still)).toEqual(before.agenda);
    expect(before.agenda.length).toBeGreaterThan(5);
    expect(await show(`/imports/${importId}`)).toEqual(before.import);
    expect(before.import).toMatchObject({ state: 'done', opened: 3 });
    const [talking = ''] = reminded;
    const { items } = (await show(`/journeys/${talking}/events?limit=200`)) as { items: { type: string }[] };
    const papers = items.filter(({ type }) => type === 'DocumentRecorded').length;
    expect(papers).toBeGreaterThanOrEqual(acknowledged.filter((at) => at < before.takenAt).length);
    expect(papers).toBeLessThanOrEqual(acknowledged.length);
  }, 60_000);

  it('goes on: workflows wait, what was planned is sent, and nothing is sent twice', async () => {
    await eventually(async () => {
      const [row] = await ask<{ waiting: number }>(
        'SELECT count(*)::int AS waiting FROM rm.journey WHERE armed_version < stream_version',
      );
      expect(row?.waiting).toBe(0);
    }, 60_000);
    // a claim that was under way in the backup's moment is settled five minutes later, as after any crash
    await eventually(
      async () => expect(await reminders('sent', 'sending')).toBeGreaterThanOrEqual(reminded.length - 1),
      120_000,
    );
    const now = caught();
    const known = await sentByTheLog(1);
    expect(known.length).toBeGreaterThanOrEqual(2);
    expect(known.filter((id) => !before.sent.has(id))).toEqual([]);
    expect(known.filter((id) => now.has(id))).toEqual([]);
    expect((await sentByTheLog(2)).filter((id) => now.has(id)).length).toBeGreaterThan(0);
  }, 150_000);
});
