import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importActs } from '../../src/imports/import-acts.js';
import { importWorld, type ImportWorld } from '../support/import-world.js';
import { registerOf } from '../support/register-csv.js';
import type { Cells } from '../support/register-story.js';

let world: ImportWorld;
beforeAll(async () => {
  world = await importWorld('2026-11-23T10:00:00.000Z');
}, 60_000);
afterAll(() => world.end());

const row = (Kennung: string, Vorname: string, Nachname: string, more: Cells = {}): Cells => ({
  Kennung,
  Vorname,
  Nachname,
  Geburtsdatum: '05.04.2003',
  Kommune: 'Stolberg',
  ...more,
});

/** What each row is warned of: the code and, of perhaps the same person, whose journey. */
async function warned(rows: Cells[], more: Parameters<ImportWorld['import']>[1] = {}) {
  const { outcomes } = await world.import(registerOf(...rows), more);
  const ids = outcomes.map(({ journeyId }) => journeyId);
  const named = outcomes.map(({ warnings = [] }) =>
    warnings.filter(({ code }) => code === 'possible-duplicate').map(({ journeyId }) => journeyId),
  );
  return { outcomes, ids, named };
}

describe('a row of perhaps the same person', () => {
  it('is opened and names the other journey, in either order of the names, never by name or telephone alone', async () => {
    const first = await warned([row('A-1', 'Amina', 'Karimi', { Telefon: '0241 1' })]);
    expect(first.named).toEqual([[]]);
    const { ids, named } = await warned([
      row('A-2', 'AMINA', 'Qurbani', { Geburtsdatum: '05.04.2003' }),
      row('A-3', 'Karimi', 'Zahra', { Geburtsdatum: '2003-04-05' }),
      row('A-4', 'Amina', 'Karimi', { Geburtsdatum: '06.04.2003', Telefon: '0241 1' }),
      row('A-5', 'Ganz', 'Anders', { Telefon: '0241 1' }),
    ]);
    expect(named).toEqual([first.ids, first.ids, [], []]);
    expect(new Set(ids).size).toBe(4);
  });

  it('in the same file is named in both rows, whichever comes first, and with its line in a dry run', async () => {
    const file = [
      row('B-1', 'Ömer', 'Yilmaz', { Geburtsdatum: '01.02.2004' }),
      row('B-2', 'Oemer', 'Demir', { Geburtsdatum: '01.02.2004' }),
      row('B-3', 'Ömer', 'Kaya', { Geburtsdatum: '01.02.2004', Kommune: 'Aachn' }),
    ];
    const dry = await warned(file, { dryRun: true });
    expect(dry.outcomes.slice(0, 2).map(({ warnings }) => warnings)).toMatchObject([
      [{ code: 'possible-duplicate', message: expect.stringContaining('Zeile 3') }],
      [{ code: 'possible-duplicate', message: expect.stringContaining('Zeile 2') }],
    ]);
    expect(dry.named.slice(0, 2)).toEqual([[undefined], [undefined]]);
    const { ids, named, outcomes } = await warned(file);
    expect(named).toEqual([[ids[1]], [ids[0]], []]);
    expect(outcomes[2]).toMatchObject({ outcome: 'rejected' });
    const again = await warned(file);
    expect(again.named).toEqual([[], [], []]);
  });

  it('is not told of to whoever may not see the other journey', async () => {
    const { ids } = await warned([
      row('C-1', 'Weit', 'Weg', { Geburtsdatum: '09.09.2003', Kommune: 'Monschau' }),
    ]);
    const account = await world.addAccount('nord@example.org', 'coordinator', ['stolberg']);
    const other = row('C-2', 'Weit', 'Weg', { Geburtsdatum: '09.09.2003' });
    expect((await warned([other], { account, dryRun: true })).named).toEqual([[]]);
    expect((await warned([other], { dryRun: true })).named).toEqual([ids]);
  });

  it('is looked for in a directory that is open during an import, and empty after it', async () => {
    const acts = importActs(world, () => undefined);
    const id = await world.accept(
      registerOf(row('D-1', 'Eins', 'Zwei', { Geburtsdatum: '03.03.2003' }), row('D-2', 'Drei', 'Vier')),
    );
    await acts.importLines({ importId: id, fromLine: 1, count: 1 });
    expect(acts.names.size).toBeGreaterThan(0);
    await acts.importLines({ importId: id, fromLine: 3, count: 1 });
    expect(acts.names.size).toBe(0);
    await acts.end();
  });
});

describe('a module that runs by the register', () => {
  it('is recorded, with a warning where recorded facts stand against it; what nobody recorded does not', async () => {
    const more = (cells: Cells, day: string): Cells => ({ Geburtsdatum: `${day}.08.2003`, ...cells });
    const rows = [
      row('E-1', 'A', 'Aa', more({ Bausteine: 'Hauptschulabschluss', Schulabschluss: 'MSA' }, '01')),
      row('E-2', 'B', 'Bb', more({ Bausteine: 'Coaching, Hauptschulabschluss', Deutschniveau: 'A1' }, '02')),
      row('E-3', 'C', 'Cc', more({ Bausteine: 'Hauptschulabschluss' }, '03')),
      row('E-4', 'D', 'Dd', more({ Bausteine: 'Sprachförderung, Teilhabemanagement' }, '04')),
      row(
        'E-5',
        'E',
        'Ee',
        more(
          {
            Bausteine: 'Sprachförderung',
            Aufenthaltsstatus: 'Duldung',
            'gültig bis': '01.06.2027',
            Nebenbestimmung: 'nicht gestattet',
          },
          '05',
        ),
      ),
    ];
    const unmet = async (dryRun: boolean) =>
      (await warned(rows, { dryRun })).outcomes.map(({ warnings = [] }) =>
        warnings.map(({ code, message }) => [code, message.slice(0, 2)]),
      );
    const expected = [[['guard-unmet', 'F3']], [['guard-unmet', 'F3']], [], [], [['guard-unmet', 'F2']]];
    expect(await unmet(true)).toEqual(expected);
    expect(await unmet(false)).toEqual(expected);
    const added = await warned([
      row('E-3', 'C', 'Cc', more({ Bausteine: 'Hauptschulabschluss', Schulabschluss: 'HSA 10' }, '03')),
      row(
        'E-4',
        'D',
        'Dd',
        more(
          { Bausteine: 'Sprachförderung, Hauptschulabschluss, Teilhabemanagement', Deutschniveau: 'A0' },
          '04',
        ),
      ),
    ]);
    expect(added.outcomes).toMatchObject([
      { outcome: 'updated', columns: ['Schulabschluss'] },
      { outcome: 'updated', warnings: [{ code: 'guard-unmet', column: 'Bausteine' }] },
    ]);
  });
});
