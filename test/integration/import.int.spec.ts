import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import type { Standing } from '../../domain/journey/standing.js';
import type { JourneyState } from '../../domain/journey/state.js';
import { KeyReused } from '../../src/journeys/outcomes.js';
import { loadJourney } from '../../src/journeys/loaded-journey.js';
import { assignHintedCoach } from '../../src/imports/assign-hinted-coaches.js';
import { readRegister } from '../../src/imports/register/read-register.js';
import type { RegisterRow } from '../../src/imports/register/register-row.js';
import { deleteOldImports } from '../../src/imports/start-imports.js';
import { importWorld, registerFile, type ImportWorld } from '../support/import-world.js';

const importedAt = '2026-11-23T10:00:00.000Z';
const day = '2026-11-23';
const good = registerFile('register');
const mistaken = registerFile('register-with-mistakes');
const expected = JSON.parse(
  readFileSync(new URL('../data/register-with-mistakes.expected.json', import.meta.url), 'utf8'),
) as { rows: number; refusals: { line: number; column: string; code: string }[] };

const csv = (...lines: string[]): Buffer =>
  Buffer.from(['Kennung;Nachname;Vorname;Geburtsdatum;Kommune;Coach;E-Mail;Bemerkung', ...lines].join('\n'));

async function stateOf({ sql, secrets }: ImportWorld, journey: string | undefined): Promise<JourneyState> {
  return (await loadJourney(sql, secrets.wrapping, journey ?? '')).state;
}

describe('the register of 400 people', () => {
  let world: ImportWorld;
  let rows: { line: number; row: RegisterRow }[];
  const journeys = new Map<number, string>();

  beforeAll(async () => {
    world = await importWorld(importedAt);
    const read = readRegister(good, day, world.programmes.current).rows;
    rows = read.flatMap(({ line, row }) => (row ? [{ line, row }] : []));
  }, 60_000);
  afterAll(() => world.end());

  it('becomes nothing in a dry run that says what would happen', async () => {
    const answer = await world.import(good, { dryRun: true });
    expect(answer).toMatchObject({ state: 'done', rows: 400, opened: 400, rejected: 0 });
    expect(answer.outcomes.every(({ journeyId }) => journeyId === undefined)).toBe(true);
    expect(await world.count('es.event')).toBe(0);
  }, 60_000);

  it('becomes 400 journeys', async () => {
    const id = await world.accept(good);
    expect(await world.show(id)).toMatchObject({ state: 'queued', rows: 400, opened: 0, outcomes: [] });
    const began = performance.now();
    await world.carryOut(id);
    expect(performance.now() - began).toBeLessThan(30_000);
    const answer = await world.show(id);
    expect(answer).toMatchObject({ state: 'done', opened: 400, updated: 0, unchanged: 0, rejected: 0 });
    for (const { line, journeyId = '' } of answer.outcomes) journeys.set(line, journeyId);
    expect(new Set(journeys.values()).size).toBe(400);
    expect(await world.count('rm.journey')).toBe(400);
  }, 60_000);

  it('puts each journey into the phase that the row tells', async () => {
    const { rows: stored } = await world.sql.query<{ id: string; phase: string }>(
      'SELECT id, phase FROM rm.journey',
    );
    const phases = new Map(stored.map(({ id, phase }) => [id, phase]));
    for (const { line, row } of rows) {
      const supported = row.modules.some((module) => module !== 'F6');
      const phase = supported ? 'in_support' : row.consent ? 'intake' : 'contacted';
      expect([line, phases.get(journeys.get(line) ?? '')]).toEqual([line, phase]);
    }
  });

  it('keeps each row with its journey, every cell in the class of what it says', async () => {
    const [{ line, row }] = rows.filter((each) => each.row.note && each.row.email) as [(typeof rows)[0]];
    const state = await stateOf(world, journeys.get(line));
    expect(state.case.registerRow).toMatchObject({ Kennung: row.externalId, Nachname: row.familyName });
    expect(Object.keys(state.status.registerRow ?? {})).toEqual(['Aufenthaltsstatus', 'gültig bis']);
    expect(state.contact.registerRow).toMatchObject({ 'E-Mail': row.email });
    expect(state.notes).toEqual({ register: { note: row.note } });
    expect(state.plain).toMatchObject({ takenOver: 'consent_on_paper', version: 1, coach: null });
    expect(state.case).toMatchObject({ coachHint: row.coachEmail, on: day });
  });

  it('holds a standing that waits, and plans no message to anybody for the day of import', async () => {
    const { rows: stored } = await world.sql.query<{ standing: Standing }>('SELECT standing FROM rm.journey');
    const due = stored.flatMap(({ standing: { nextDue, waitsFor } }) =>
      nextDue ? [{ nextDue, waitsFor }] : [],
    );
    expect(due.length).toBeGreaterThan(200);
    expect(due.filter(({ nextDue }) => nextDue <= importedAt)).toEqual([]);
    const states = await Promise.all([...journeys.values()].map((journey) => stateOf(world, journey)));
    const reminders = states
      .flatMap(({ case: own, status }) => [own.agenda, status.agenda])
      .flatMap(({ items }) => Object.values(items))
      .filter(({ act }) => act === 'remind');
    expect(reminders.length).toBeGreaterThan(100);
    expect(reminders.filter(({ at }) => berlinDay(at) <= day)).toEqual([]);
  }, 60_000);

  it('changes nothing when it comes again', async () => {
    const events = await world.count('es.event');
    expect(await world.import(good)).toMatchObject({ state: 'done', opened: 0, unchanged: 400, rejected: 0 });
    expect(await world.count('es.event')).toBe(events);
  }, 60_000);

  it('leaves nothing personal in plain in the tables of imports', async () => {
    const { rows: stored } = await world.sql.query<{ text: string }>(
      `SELECT (to_jsonb(i) - 'file')::text || encode(i.file, 'escape') AS text FROM imports.import i
       UNION ALL SELECT (to_jsonb(o) - 'sealed')::text || encode(o.sealed, 'escape') FROM imports.outcome o`,
    );
    const all = stored.map(({ text }) => text).join('\n');
    const values = rows
      .slice(0, 50)
      .flatMap(({ row }) => [row.externalId, row.email, row.phone, row.coachEmail]);
    const found = values.filter((value) => value !== undefined && all.includes(value));
    expect(found).toEqual([]);
    expect(all).not.toContain('Nachname');
  });

  it('finds its coach when her account is made, in her communes only', async () => {
    const email = 'coach.stolberg1@example.org';
    const hers = rows.filter(({ row }) => row.coachEmail === email);
    const elsewhere = await world.addAccount('coach.monschau@example.org', 'coach', ['alsdorf']);
    expect(await assignHintedCoach(world, elsewhere)).toBe(0);
    const coach = await world.addAccount(email, 'coach', ['stolberg']);
    expect(await assignHintedCoach(world, coach)).toBe(hers.length);
    expect(await assignHintedCoach(world, coach)).toBe(0);
    const state = await stateOf(world, journeys.get(hers[0]?.line ?? 0));
    expect(state.plain).toMatchObject({ coach: coach.id, version: 1 });
    expect(state.case.coachHint).toBeUndefined();
  }, 60_000);

  it('is forgotten after 30 days, and the journeys stay', async () => {
    await world.sql.query(`UPDATE imports.import SET created_at = now() - interval '31 days'`);
    const kept = await world.accept(good);
    await deleteOldImports(world.sql);
    expect(await world.count('imports.import')).toBe(1);
    expect(await world.count('imports.outcome')).toBe(0);
    expect(await world.show(kept)).toMatchObject({ state: 'queued' });
    expect(await world.count('rm.journey')).toBe(400);
  });
});

describe('an import', () => {
  let world: ImportWorld;
  beforeAll(async () => {
    world = await importWorld(importedAt);
  }, 60_000);
  afterAll(() => world.end());

  it('refuses exactly the rows with mistakes, by line, column and code, and takes the others', async () => {
    const answer = await world.import(mistaken);
    const refused = answer.outcomes.flatMap(({ line, errors = [] }) =>
      errors.map(({ column, code }) => ({ line, column, code })),
    );
    expect(refused).toEqual(expected.refusals);
    expect(answer).toMatchObject({
      rows: expected.rows,
      rejected: expected.refusals.length,
      opened: expected.rows - expected.refusals.length,
    });
    expect(JSON.stringify(answer)).not.toContain('opensOnly');
  }, 60_000);

  it('that broke off after some parts goes on from the start: the same result, nothing twice', async () => {
    const other = await importWorld(importedAt);
    try {
      const id = await other.accept(mistaken);
      await other.carryOut(id, { parts: 3, count: 10 });
      // the fourth part was carried out too, but what became of its rows was not written down any more
      await other.sql.query(
        'DELETE FROM imports.outcome WHERE from_line = (SELECT max(from_line) FROM imports.outcome)',
      );
      const opened = expected.rows - expected.refusals.length;
      const half = await other.show(id);
      expect(half.state).toBe('running');
      expect(half.opened).toBeLessThan(opened);
      await other.carryOut(id, { count: 10 });
      expect(await other.show(id)).toMatchObject({ state: 'done', opened, unchanged: 0 });
      expect(await other.count('rm.journey')).toBe(opened);
      expect(await other.count(`es.event WHERE type = 'JourneyTakenOver'`)).toBe(opened);
    } finally {
      await other.end();
    }
  }, 60_000);

  it('of the same file at the same time as another one opens every journey once', async () => {
    const other = await importWorld(importedAt);
    try {
      const [one, two] = await Promise.all([other.import(good), other.import(good)]);
      expect(one.opened + two.opened).toBe(400);
      expect(one.unchanged + two.unchanged).toBe(400);
      expect(await other.count('rm.journey')).toBe(400);
    } finally {
      await other.end();
    }
  }, 120_000);

  it('assigns a coach whose account holds the commune, and notes the others', async () => {
    const coach = await world.addAccount('mara@example.org', 'coach', ['stolberg']);
    const answer = await world.import(
      csv(
        'X-1;Lenz;Ada;01.02.2003;Stolberg;Mara@Example.org;;',
        'X-2;Lenz;Bo;02.02.2003;Monschau;mara@example.org;;',
        'X-3;Lenz;Cy;03.02.2003;Stolberg;;;ruft selbst an',
      ),
    );
    const coaches = await Promise.all(answer.outcomes.map(({ journeyId }) => stateOf(world, journeyId)));
    expect(coaches.map(({ plain }) => plain.coach)).toEqual([coach.id, null, null]);
    expect(coaches.map((state) => state.case.coachHint)).toEqual([undefined, 'mara@example.org', undefined]);
    expect(answer.outcomes.map(({ warnings }) => warnings?.map(({ code }) => code))).toEqual([
      undefined,
      ['unknown-coach'],
      undefined,
    ]);
  });

  it('turns nobody away for an age that the journey has seen', async () => {
    const row = 'Y-1;Alt;Eda;24.11.1998;Stolberg;;;';
    expect(await world.import(csv(row))).toMatchObject({ opened: 1 });
    const later = await importWorld('2026-11-24T10:00:00.000Z');
    try {
      const tooOld = await later.import(csv(row));
      expect(tooOld.outcomes[0]?.errors).toMatchObject([{ code: 'too-old', column: 'Geburtsdatum' }]);
      const opening = await later.accept(csv(row));
      await later.sql.query(`UPDATE imports.import SET day = '2026-11-23' WHERE id = $1`, [opening]);
      await later.carryOut(opening); // it was accepted the day before: that is the day by which the row is judged
      expect(await later.show(opening)).toMatchObject({ opened: 1 });
      expect(await later.import(csv(row))).toMatchObject({ unchanged: 1, rejected: 0 });
    } finally {
      await later.end();
    }
  }, 60_000);

  it('takes no rows of communes outside of the importer’s scope', async () => {
    const account = await world.addAccount('nord@example.org', 'coordinator', ['alsdorf']);
    const answer = await world.import(
      csv('Z-1;Lenz;Ada;01.02.2003;Stolberg;;;', 'Z-2;Lenz;Bo;01.02.2003;Alsdorf;;;'),
      { account },
    );
    expect(answer.outcomes.map(({ outcome }) => outcome)).toEqual(['rejected', 'opened']);
    expect(answer.outcomes[0]?.errors).toMatchObject([{ code: 'unknown-commune', expected: 'Alsdorf' }]);
  });

  it('is one import for one Idempotency-Key, and refuses another file under it', async () => {
    const file = csv('W-1;Lenz;Ada;01.02.2003;Stolberg;;;');
    const id = await world.accept(file, { key: 'once' });
    expect(await world.accept(file, { key: 'once' })).toBe(id);
    await expect(world.accept(csv(), { key: 'once' })).rejects.toThrow(KeyReused);
    await expect(world.accept(file, { key: 'once', basis: 'public_task' })).rejects.toThrow(KeyReused);
  });

  it('of a file that is no register is refused at once, and nothing is kept', async () => {
    const before = await world.count('imports.import');
    await expect(world.accept(Buffer.from('a;b\n1;2'))).rejects.toMatchObject({
      status: 422,
      details: { errors: [{ code: 'missing-columns' }] },
    });
    await expect(world.accept(Buffer.alloc(0))).rejects.toMatchObject({ status: 422 });
    expect(await world.count('imports.import')).toBe(before);
  });

  it('with a header alone is done without rows', async () => {
    expect(await world.import(csv())).toMatchObject({ state: 'done', rows: 0, outcomes: [] });
  });
});

describe('a demonstration', () => {
  it('takes a register only when told so, and only invented addresses', async () => {
    const world = await importWorld(importedAt, true);
    try {
      const file = csv(
        'D-1;Lenz;Ada;01.02.2003;Stolberg;;ada@example.org;',
        'D-2;Lenz;Bo;01.02.2003;Stolberg;;bo@verein.de;',
        'D-3;Lenz;Cy;01.02.2003;Stolberg;;cy@notexample.org;',
      );
      await expect(world.accept(file)).rejects.toMatchObject({ status: 409, code: 'demonstration-instance' });
      const answer = await world.import(file, { intoDemonstration: true });
      expect(answer.outcomes.map(({ outcome }) => outcome)).toEqual(['opened', 'rejected', 'rejected']);
      expect(answer.outcomes[1]?.errors).toMatchObject([{ column: 'E-Mail', code: 'malformed-email' }]);
    } finally {
      await world.end();
    }
  }, 60_000);
});
