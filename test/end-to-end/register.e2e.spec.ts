import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { berlinDay, endOfDay } from '../../domain/deadlines/berlin.js';
import { addDays, weekday } from '../../domain/deadlines/day-arithmetic.js';
import { calendar } from '../../domain/deadlines/dates.js';
import type { Standing } from '../../domain/journey/standing.js';
import { readRegister } from '../../src/imports/register/read-register.js';
import type { RegisterRow } from '../../src/imports/register/register-row.js';
import { readMasterKey } from '../../src/config/master-key.js';
import { readProgramme } from '../../src/programmes/read-programme.js';
import { masterSecrets } from '../../src/event-store/seal/master-secrets.js';
import { dataConverter } from '../../src/temporal/connect.js';
import { journeyWorkflowId, standingQuery } from '../../workflows/messages.js';
import { eventually } from '../support/eventually.js';
import { newDataDir, startLotse, type RunningLotse } from '../support/running-lotse.js';

const register = fileURLToPath(new URL('../data/register.csv', import.meta.url));
const importedAt = '2026-11-23T10:00:00.000Z';
const importDay = '2026-11-23';
/** A Tuesday, after the morning's window has been worked off. */
const laterAt = '2026-12-08T09:00:00.000Z';
const laterDay = '2026-12-08';

let lotse: RunningLotse;
let rows: RegisterRow[];
const dataDir = newDataDir();

beforeAll(async () => {
  const { programme } = await readProgramme(new URL('../../programmes/durchstarten/', import.meta.url));
  rows = readRegister(readFileSync(register), importDay, programme).rows.flatMap(({ row }) => row ?? []);
  lotse = await startLotse({ LOTSE_NOW: importedAt, LOTSE_OFFICE_PHONE: '0241 4710 99' }, dataDir);
}, 180_000);
afterAll(() => lotse.remove(), 60_000);

describe('the register of 400 people', () => {
  it('becomes 400 journeys, each held by a workflow that waits for the right day', async () => {
    await lotse.account('koordination@example.org', 'coordinator');
    await lotse.cli(['token', 'create', '--user', 'koordination@example.org', '--save']);
    const result = JSON.parse(
      await lotse.cli(['import', register, '--basis', 'consent_on_paper', '--json']),
    ) as object;
    expect(result).toMatchObject({ state: 'done', rows: 400, opened: 400, rejected: 0 });
    await untilArmed(lotse);

    const standings = await standingsOf(lotse);
    expect(standings).toHaveLength(400);
    const offsetMs = lotse.run.clockOffsetMs;
    const held = standings.map(({ nextDue }) => (nextDue && lotseDay(nextDue, offsetMs)) ?? 'never');
    expect(sorted(held)).toEqual(sorted(rows.map((row) => expectedDay(row) ?? 'never')));
  }, 240_000);

  it('sends, on a day on which rungs fall, the mails of those who consented, and no others', async () => {
    expect(addressees()).toEqual([]);
    await lotse.stop();
    lotse = await startLotse({ LOTSE_NOW: laterAt, LOTSE_OFFICE_PHONE: '0241 4710 99' }, dataDir);
    const expected = rows.filter((row) => isReminded(row)).map(({ email = '' }) => email);
    expect(expected.length).toBeGreaterThan(20);
    await eventually(async () => expect(await overdue(lotse)).toBe(0), 120_000);
    // A claim moves the journey's next instant on before its outcome is known: the last one may be under way still.
    // Each was taken at the first try, and none was claimed twice.
    const acts = { MessageSending: expected.length, MessageSent: expected.length };
    await eventually(async () => expect(await messageActs(lotse)).toEqual(acts), 30_000);
    expect(sorted(addressees())).toEqual(sorted(expected));
  }, 240_000);
});

/** To which participants mails have left. */
const addressees = (): string[] =>
  lotse
    .mails()
    .map(({ raw }) => /^To: (.*)$/m.exec(raw)?.[1]?.trim() ?? '')
    .filter((address) => address !== 'koordination@example.org');

/** The kinds of paper whose expiry the programme watches. */
const watched = [
  'arrival_certificate',
  'asylum_permission',
  'toleration_60a',
  'toleration_60b',
  'toleration_60c',
  'toleration_60d',
];
const nrw = calendar('NRW');

/** Evaluated day by day, not by the plan: when would somebody with this row be written to? */
function reminderDays({ document, consent, email }: RegisterRow): string[] {
  const until = document?.validUntil;
  if (!until || !email || !watched.includes(document.kind) || !consent?.purposes.includes('reminders'))
    return [];
  return [56, 42, 28, 14]
    .map((before) => {
      let day = addDays(until, -before);
      while (weekday(day) === 7 || nrw.isHoliday(day)) day = addDays(day, 1);
      return day;
    })
    .filter((day) => day > importDay);
}

/** The day in Lotse's time on which something is due first; a deadline is missed at the end of its day. */
function expectedDay(row: RegisterRow): string | null {
  const until = row.document?.validUntil;
  if (!until || until < importDay || !watched.includes(row.document?.kind ?? '')) return null;
  return [...reminderDays(row), berlinDay(endOfDay(until))].sort()[0] ?? null;
}

const isReminded = (row: RegisterRow): boolean =>
  (row.document?.validUntil ?? '') >= laterDay && reminderDays(row).some((day) => day <= laterDay);

const sorted = (texts: (string | undefined)[]): string[] =>
  texts.map((text) => text ?? '').toSorted((a, b) => (a < b ? -1 : 1));

const lotseDay = (temporalInstant: string, offsetMs: number): string =>
  berlinDay(new Date(Date.parse(temporalInstant) + offsetMs).toISOString());

async function query<Row extends object>(
  { run }: RunningLotse,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: run.databaseAdminUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

const untilArmed = (running: RunningLotse): Promise<void> =>
  eventually(async () => {
    const waiting = await query(running, 'SELECT 1 FROM rm.journey WHERE armed_version < stream_version');
    expect(waiting).toEqual([]);
  }, 120_000);

async function messageActs(running: RunningLotse): Promise<Record<string, number>> {
  const acts = await query<{ type: string; count: number }>(
    running,
    `SELECT type, count(*)::int AS count FROM es.event
      WHERE type LIKE 'Message%' AND data->>'why' IS DISTINCT FROM 'overtaken' GROUP BY type ORDER BY type`,
  );
  return Object.fromEntries(acts.map(({ type, count }) => [type, count]));
}

async function overdue(running: RunningLotse): Promise<number> {
  const now = new Date(Date.now() + running.run.clockOffsetMs).toISOString();
  return (await query(running, 'SELECT 1 FROM rm.journey WHERE next_due <= $1', [now])).length;
}

async function standingsOf(running: RunningLotse): Promise<Standing[]> {
  const { run } = running;
  const [installation] = await query<{ id: string }>(running, 'SELECT id FROM es.installation');
  const journeys = await query<{ id: string }>(running, 'SELECT id FROM rm.journey');
  const key = readMasterKey({ LOTSE_MASTER_KEY_FILE: run.masterKeyFile });
  const connection = await Connection.connect({ address: run.temporalAddress });
  const converter = dataConverter(masterSecrets(key).payloads);
  const client = new Client({ connection, namespace: run.temporalNamespace, dataConverter: converter });
  const standings: Standing[] = [];
  for (const { id } of journeys) {
    const handle = client.workflow.getHandle(journeyWorkflowId(installation?.id ?? '', id));
    standings.push(await handle.query(standingQuery));
  }
  await connection.close();
  return standings;
}
