import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Command } from '../../domain/journey/commands/index.js';
import type { JourneyState } from '../../domain/journey/state.js';
import { loadJourney } from '../../src/journeys/loaded-journey.js';
import { importWorld, type ImportWorld } from '../support/import-world.js';
import { registerOf } from '../support/register-csv.js';
import { merhawi, type Cells } from '../support/register-story.js';
import { opening, paper } from '../support/wishes.js';

let world: ImportWorld;
let kennungen = 0;
beforeAll(async () => {
  world = await importWorld('2026-11-23T10:00:00.000Z');
}, 60_000);
afterAll(() => world.end());

/** Somebody of her own in the register: nobody else has her birth date. */
function somebody(cells: Cells = {}): Cells {
  kennungen += 1;
  const Geburtsdatum = `${String((kennungen % 28) + 1).padStart(2, '0')}.07.2003`;
  return { ...merhawi, Kennung: `W-${kennungen}`, Vorname: `Vorname${kennungen}`, Geburtsdatum, ...cells };
}

const imported = async (...rows: Cells[]): Promise<string[]> =>
  (await world.import(registerOf(...rows))).outcomes.map(({ journeyId = '' }) => journeyId);

const stateOf = async (journey = ''): Promise<JourneyState> =>
  (await loadJourney(world.sql, world.secrets.wrapping, journey)).state;

const does = (journey: string, command: Command) =>
  world.runner.run(journey, command, { actor: { kind: 'person', id: world.account.id, role: 'coach' } });

/** What rm.deadline holds, as the lists show it. */
const deadlinesOf = async (journey = ''): Promise<{ id: string; due: string; state: string }[]> => {
  const { rows } = await world.sql.query<{ id: string; due: string; state: string }>(
    `SELECT id, due::text AS due, state FROM rm.deadline WHERE journey_id = $1 AND rule = 'residence_document_expiry' ORDER BY due`,
    [journey],
  );
  return rows;
};

describe('a register that comes again', () => {
  it('updates the journeys of the edited rows, moves their deadlines, and then changes nothing', async () => {
    const rows = [somebody(), somebody(), somebody()] as [Cells, Cells, Cells];
    const [prolonged, corrected, same] = await imported(...rows);
    const [before] = await deadlinesOf(corrected);
    const edited = registerOf(
      { ...rows[0], 'gültig bis': '15.09.2027', Telefon: '0151 7' },
      { ...rows[1], 'gültig bis': '01.03.2027' },
      rows[2],
    );
    const events = await world.count('es.event');
    const dry = await world.import(edited, { dryRun: true });
    expect(await world.count('es.event')).toBe(events);
    const answer = await world.import(edited);
    expect(answer).toMatchObject({ opened: 0, updated: 2, unchanged: 1, rejected: 0 });
    expect(answer.outcomes).toEqual([
      { line: 2, outcome: 'updated', journeyId: prolonged, columns: ['Telefon', 'gültig bis'] },
      { line: 3, outcome: 'updated', journeyId: corrected, columns: ['gültig bis'] },
      { line: 4, outcome: 'unchanged', journeyId: same },
    ]);
    expect(dry).toEqual({ ...answer, id: dry.id, dryRun: true });
    expect(await deadlinesOf(corrected)).toEqual([{ ...before, due: '2027-03-01' }]);
    expect(await deadlinesOf(prolonged)).toMatchObject([
      { due: '2027-03-15', state: 'done' },
      { due: '2027-09-15', state: 'open' },
    ]);
    const then = await world.count('es.event');
    expect(await world.import(edited)).toMatchObject({ updated: 0, unchanged: 3 });
    expect(await world.count('es.event')).toBe(then);
  }, 60_000);

  it('leaves what a person has recorded since, and says so', async () => {
    const row = somebody();
    const [journey = ''] = await imported(row);
    await does(journey, paper('2027-12-01'));
    const events = await world.count('es.event');
    const { outcomes } = await world.import(registerOf({ ...row, 'gültig bis': '15.09.2027' }));
    expect(outcomes).toMatchObject([
      {
        outcome: 'unchanged',
        journeyId: journey,
        warnings: [{ code: 'newer-in-lotse', column: 'gültig bis', found: '15.09.2027' }],
      },
    ]);
    expect(await world.count('es.event')).toBe(events);
  });

  it('says what is not for a register, and that a journey is over', async () => {
    const rows = [somebody({ Bausteine: 'Coaching, Vorbereitungskurs' }), somebody()] as [Cells, Cells];
    const [, closed = ''] = await imported(...rows);
    await does(closed, { type: 'CloseJourney', on: '2026-11-23', reason: 'moved_away' });
    const edited = [
      { ...rows[0], Bausteine: 'Coaching', Kommune: 'Monschau' },
      { ...rows[1], Telefon: '0151 7' },
    ];
    const { outcomes } = await world.import(registerOf(...edited));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
    expect(outcomes.map(({ warnings }) => warnings?.map(({ code, column }) => [code, column]))).toEqual([
      [
        ['not-for-registers', 'Bausteine'],
        ['not-for-registers', 'Kommune'],
      ],
      [['journey-closed', undefined]],
    ]);
    expect((await stateOf(closed)).contact.phone).toBe('02403 1');
  });

  it('says of a word that it does not know that the word is not taken over', async () => {
    const row = somebody({ Deutschniveau: 'A2' });
    await imported(row);
    const { outcomes } = await world.import(
      registerOf({ ...row, Deutschniveau: 'fließend', Aufenthaltsstatus: '' }),
    );
    expect(outcomes).toMatchObject([
      { outcome: 'unchanged', warnings: [{ code: 'unknown-value', found: 'fließend' }] },
    ]);
    expect(outcomes[0]?.warnings).toHaveLength(1);
  });

  it('fills what is missing in a journey that a person opened with its Kennung', async () => {
    const row = somebody();
    const journey = randomUUID();
    const { person, ...entry } = opening('2026-11-23', randomUUID());
    const known = { ...person, givenName: row.Vorname ?? '' };
    await does(journey, { ...entry, person: known, externalId: row.Kennung ?? '' });
    const [outcome] = (await world.import(registerOf(row))).outcomes;
    expect(outcome).toMatchObject({
      outcome: 'updated',
      journeyId: journey,
      warnings: [{ code: 'newer-in-lotse', column: 'Geburtsdatum' }],
    });
    const state = await stateOf(journey);
    expect(state.contact.phone).toBe('02403 1');
    expect(state.case.bornOn).toBe(person.bornOn);
  });

  it('neither changes nor shows a journey outside of the importer’s communes', async () => {
    const row = somebody();
    const [journey = ''] = await imported(row);
    const before = await stateOf(journey);
    const account = await world.addAccount('nord@example.org', 'coordinator', ['alsdorf']);
    for (const dryRun of [true, false]) {
      const file = registerOf({ ...row, Kommune: 'Alsdorf', Telefon: '0151 7' });
      const { outcomes } = await world.import(file, { account, dryRun });
      expect(outcomes).toMatchObject([
        { outcome: 'rejected', errors: [{ column: 'Kennung', code: 'duplicate-id' }] },
      ]);
      expect(JSON.stringify(outcomes)).not.toContain(journey);
    }
    expect(await stateOf(journey)).toEqual(before);
  });

  it('goes on where it broke off: the same outcomes, nothing twice', async () => {
    const rows = Array.from({ length: 6 }, () => somebody());
    await imported(...rows);
    const id = await world.accept(registerOf(...rows.map((row) => ({ ...row, Telefon: '0151 7' }))));
    await world.carryOut(id, { parts: 2, count: 2 });
    const events = await world.count('es.event');
    // the second part was carried out too, but what became of its rows was not written down any more
    await world.sql.query('DELETE FROM imports.outcome WHERE import_id = $1 AND from_line > 1', [id]);
    await world.carryOut(id, { count: 2 });
    expect(await world.show(id)).toMatchObject({ state: 'done', updated: 6, unchanged: 0 });
    expect(await world.count(`es.event WHERE type = 'RegisterRowUpdated' AND correlation_id = '${id}'`)).toBe(
      6,
    );
    expect(await world.count('es.event')).toBeGreaterThan(events);
  });

  it('leaves nothing personal in plain, nor in what is logged of it', async () => {
    const { rows } = await world.sql.query<{ text: string }>(
      `SELECT (to_jsonb(e) - 'sealed')::text AS text FROM es.event e WHERE type IN ('RegisterRowUpdated', 'ParticipantChanged')
       UNION ALL SELECT (to_jsonb(j) - 'state_sealed')::text FROM rm.journey j`,
    );
    const all = rows.map(({ text }) => text).join('\n');
    for (const cell of [
      '0151 7',
      'Tesfay',
      'Vorname1',
      'merhawi@example.org',
      '15.09.2027',
      'toleration_60a',
    ])
      expect(all).not.toContain(cell);
  });
});
