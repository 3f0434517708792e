import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { addDays, addMonths, weekday } from '../../domain/deadlines/day-arithmetic.js';
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
    const planned = await query<{ id: string; due: string }>(
      lotse,
      `SELECT id, to_char(next_due AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS due FROM rm.journey`,
    );
    const offsetMs = lotse.run.clockOffsetMs;
    const held = standings.map(
      ({ journey, nextDue }) => `${journey} ${nextDue && inLotse(nextDue, offsetMs)}`,
    );
    expect(sorted(held)).toEqual(sorted(planned.map(({ id, due }) => `${id} ${due}`)));
    // nobody is written to on the day of the import, and everybody's first rung is waited for
    const days = planned.map(({ due }) => berlinDay(due)).toSorted();
    expect(days[0]).toBe('2026-11-24');
    const firstRungs = rows.flatMap((row) => reminderDays(row).slice(0, 1));
    for (const day of new Set(firstRungs)) {
      const waiting = days.filter((due) => due <= day).length;
      expect(waiting).toBeGreaterThanOrEqual(firstRungs.filter((rung) => rung <= day).length);
    }
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

const nrw = calendar('NRW');
const tolerations = ['toleration_60a', 'toleration_60b', 'toleration_60c', 'toleration_60d'];

/** When participants are written to before a day, by the catalogue of the field; w are weeks, M calendar months. */
function ladderOf(kind: string): string[] {
  if (kind === 'residence_permit_104c') return ['6M', '3M', '8w', '6w', '4w', '2w'];
  if (kind.startsWith('residence_permit')) return ['12w', '8w', '6w', '4w', '2w'];
  if (kind === 'fiction_certificate') return ['6w', '4w', '2w'];
  const watched = ['arrival_certificate', 'asylum_permission', ...tolerations];
  return watched.includes(kind) ? ['8w', '6w', '4w', '2w'] : [];
}

/** Evaluated by hand, not by the plan: each last day with the days on which somebody with this row would be written to. */
function rungsOf({ document, consent, email, bornOn }: RegisterRow): { lastDay: string; days: string[] }[] {
  if (!document || !email || !consent?.purposes.includes('reminders')) return [];
  const { kind, validUntil } = document;
  const mayApply = [...tolerations, 'residence_permit_104c'].includes(kind);
  const [year = 0, month = 0, day = 0] = bornOn.split('-').map(Number);
  const lastBefore27 = new Date(Date.UTC(year + 27, month - 1, day - 1)).toISOString().slice(0, 10);
  return [
    ...(validUntil ? [{ lastDay: validUntil, ladder: ladderOf(kind) }] : []),
    ...(mayApply ? [{ lastDay: lastBefore27, ladder: ['6M', '3M', '8w', '4w', '2w'] }] : []),
  ].map(({ lastDay, ladder }) => ({
    lastDay,
    days: ladder.map((before) => writingDay(daysBefore(lastDay, before))).filter((day) => day > importDay),
  }));
}

const daysBefore = (day: string, before: string): string =>
  before.endsWith('M')
    ? addMonths(day, -Number.parseInt(before, 10))
    : addDays(day, -7 * Number.parseInt(before, 10));

function writingDay(day: string): string {
  return weekday(day) === 7 || nrw.isHoliday(day) ? writingDay(addDays(day, 1)) : day;
}

const reminderDays = (row: RegisterRow): string[] =>
  rungsOf(row)
    .flatMap(({ days }) => days)
    .toSorted();

const isReminded = (row: RegisterRow): boolean =>
  rungsOf(row).some(({ lastDay, days }) => lastDay >= laterDay && days.some((day) => day <= laterDay));

const sorted = (texts: (string | undefined)[]): string[] =>
  texts.map((text) => text ?? '').toSorted((a, b) => (a < b ? -1 : 1));

const inLotse = (temporalInstant: string, offsetMs: number): string =>
  new Date(Date.parse(temporalInstant) + offsetMs).toISOString();

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
