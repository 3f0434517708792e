import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ImportAnswer } from '../../contract/routes/imports.js';
import { eventually } from '../support/eventually.js';
import { registerOf } from '../support/register-csv.js';
import { startLotse, type RunningLotse } from '../support/running-lotse.js';

const register = fileURLToPath(new URL('../data/register.csv', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lotse-register-'));

let lotse: RunningLotse;
let token: string;

beforeAll(async () => {
  lotse = await startLotse({ LOTSE_NOW: '2026-11-23T10:00:00.000Z', LOTSE_OFFICE_PHONE: '0241 4710 99' });
  token = await lotse.account('koordination@example.org', 'coordinator');
  await lotse.cli(['token', 'create', '--user', 'koordination@example.org', '--save']);
}, 180_000);
afterAll(async () => {
  await lotse.remove();
  rmSync(folder, { recursive: true });
}, 60_000);

const imports = async (file: string, ...more: string[]): Promise<ImportAnswer> =>
  JSON.parse(
    await lotse.cli(['import', file, '--basis', 'consent_on_paper', '--json', ...more]),
  ) as ImportAnswer;

/** All items of a list. */
async function all<Item>(path: string): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const after: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { status, json } = await lotse.call(token, 'GET', `${path}limit=200${after}`);
    expect(status).toBe(200);
    items.push(...(json.items as Item[]));
    cursor = json.nextCursor as string | null;
  }
  return items;
}

const toParticipants = (): string[] =>
  lotse.mails().flatMap(({ raw }) => (/^To: koordination@/m.test(raw) ? [] : [raw]));

interface Deadline {
  id: string;
  previousId?: string;
  rule: string;
  dueRaw: string;
  state: string;
}
const paperDeadlines = async (journey: string): Promise<Deadline[]> =>
  (await all<Deadline>(`/journeys/${journey}/deadlines?`)).filter(
    ({ rule }) => rule === 'residence_document_expiry',
  );

describe('the register of 400 people, imported on 23 November 2026', () => {
  it('becomes 400 journeys with exactly their flags, and no message to a participant', async () => {
    expect(await imports(register, '--dry-run')).toMatchObject({ opened: 400, rejected: 0 });
    expect(await all('/journeys?')).toEqual([]);
    expect(await imports(register)).toMatchObject({ opened: 400, unchanged: 0, rejected: 0 });
    const counts: Record<string, number> = {};
    for (const { rule, severity } of await all<{ rule: string; severity: number }>('/flags?'))
      counts[`${rule} ${severity}`] = (counts[`${rule} ${severity}`] ?? 0) + 1;
    expect(counts).toEqual({
      'document_expired 3': 38,
      'document_expiring_unhandled 3': 11,
      'document_expiring_unhandled 2': 48,
    });
    const messages = await all<{ to: string; plannedFor: string }>('/messages?');
    const today = messages.filter(({ to, plannedFor }) => to === 'participant' && plannedFor < '2026-11-24');
    expect(today).toEqual([]);
    expect(toParticipants()).toEqual([]);
  }, 180_000);

  it('changes nothing when it comes again', async () => {
    const before = await all<{ id: string; version: number }>('/journeys?');
    expect(await imports(register)).toMatchObject({ opened: 0, updated: 0, unchanged: 400, rejected: 0 });
    expect(await all('/journeys?')).toEqual(before);
  }, 120_000);

  it('moves the deadlines of edited rows, and tells nobody but staff', async () => {
    // the first two rows: one paper was prolonged, the day of the other one was wrong
    const edited = readFileSync(register, 'utf8')
      .replace('02.04.2027', '02.10.2027')
      .replace('03.01.2027', '02.01.2027');
    const file = join(folder, 'edited.csv');
    writeFileSync(file, edited);
    const dry = await imports(file, '--dry-run');
    expect(dry).toMatchObject({ updated: 2, unchanged: 398 });
    const journeys = dry.outcomes.slice(0, 2).map(({ journeyId = '' }) => journeyId);
    const [prolonged = '', corrected = ''] = journeys;
    const [first, second] = [await paperDeadlines(prolonged), await paperDeadlines(corrected)];
    const answer = await imports(file);
    expect(answer).toEqual({ ...dry, id: answer.id, at: answer.at, dryRun: false });
    const after = await paperDeadlines(prolonged);
    expect(after.find(({ id }) => id === first[0]?.id)).toMatchObject({ state: 'done' });
    expect(after.find(({ previousId }) => previousId === first[0]?.id)).toMatchObject({
      state: 'open',
      dueRaw: '2027-10-02',
    });
    expect(await paperDeadlines(corrected)).toMatchObject([
      { id: second[0]?.id, dueRaw: '2027-01-02', state: 'open' },
    ]);
    const events = await all<{ type: string; text: string }>(`/journeys/${prolonged}/events?`);
    expect(events.find(({ type }) => type === 'RegisterRowUpdated')?.text).toBe(
      'Aus dem Register übernommen: gültig bis.',
    );
    expect(await imports(file)).toMatchObject({ updated: 0, unchanged: 400 });
    expect(await lotse.cli(['import', file, '--basis', 'consent_on_paper'])).toContain('400 unchanged');
    expect(toParticipants()).toEqual([]);
  }, 180_000);
});

describe('an import whose worker is killed in the middle', () => {
  const rows = 1200;
  const invented = Array.from({ length: rows }, (_, index) => ({
    Kennung: `K-${index}`,
    Nachname: `Nachname${index}`,
    Vorname: `Vorname${index}`,
    Geburtsdatum: `${String((index % 28) + 1).padStart(2, '0')}.${String((index % 12) + 1).padStart(2, '0')}.2004`,
    Kommune: 'Stolberg',
    Aufenthaltsstatus: 'Duldung',
    'gültig bis': '15.03.2027',
  }));

  it('goes on with the next worker: every row once, with its outcome', async () => {
    const before = (await all('/journeys?')).length;
    const accepted = await fetch(`${lotse.url}/api/v1/imports?basis=public_task`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
      body: new Uint8Array(registerOf(...invented)),
    });
    expect(accepted.status).toBe(202);
    const { id } = (await accepted.json()) as { id: string };
    const show = async (): Promise<ImportAnswer> =>
      (await lotse.call(token, 'GET', `/imports/${id}`)).json as ImportAnswer;
    await eventually(async () => expect((await show()).opened).toBeGreaterThan(100), 60_000);
    const workers = lotse.pids('src/worker.js');
    expect(workers.length).toBeGreaterThan(0);
    for (const pid of workers) process.kill(pid, 'SIGKILL');
    expect((await show()).state).toBe('running');
    await eventually(async () => expect((await show()).state).toBe('done'), 180_000);
    const answer = await show();
    expect(answer).toMatchObject({ rows, opened: rows, updated: 0, unchanged: 0, rejected: 0 });
    expect(answer.outcomes.map(({ line }) => line)).toEqual(invented.map((_, index) => index + 2));
    const journeys = await all<{ id: string; externalId: string }>('/journeys?');
    expect(journeys).toHaveLength(before + rows);
    expect(new Set(journeys.map(({ externalId }) => externalId)).size).toBe(before + rows);
    const opened = new Set(journeys.map(({ id: journey }) => journey));
    expect(answer.outcomes.filter(({ journeyId = '' }) => !opened.has(journeyId))).toEqual([]);
    expect(toParticipants()).toEqual([]);
  }, 300_000);
});
