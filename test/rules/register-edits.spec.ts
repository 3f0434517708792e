import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import { atBerlin } from '../../domain/deadlines/berlin.js';
import { currentPaper, modulesOf } from '../../domain/journey/facts.js';
import { lastRowOf, rowUpon } from '../../domain/journey/register/cells.js';
import { mara, merhawi, RegisterStory, type Cells } from '../support/register-story.js';
import type { Column } from '../../src/imports/register/columns.js';

const importedOn = '2026-11-23';
const { Kennung, Nachname, Vorname, Geburtsdatum, Kommune } = merhawi;
const required = { Kennung, Nachname, Vorname, Geburtsdatum, Kommune } as Cells;

/** What an office may write into a cell, a blank included. */
const written: Partial<Record<Column, string[]>> = {
  Nachname: ['Tesfay', 'Tesfaye'],
  Vorname: ['Merhawi', 'Merhawy'],
  Geburtsdatum: ['19.03.2004', '2004-03-20', '01.01.2004'],
  Geschlecht: ['', 'm', 'w', 'männlich'],
  Staatsangehörigkeit: ['', 'Eritrea', 'Äthiopien'],
  Sprache: ['', 'ti', 'am', 'TI'],
  Telefon: ['', '02403 1', '02403 2'],
  'E-Mail': ['', 'merhawi@example.org', 'M.Tesfay@example.org'],
  Aufenthaltsstatus: ['', 'Duldung', 'Duldung § 60a', 'Fiktionsbescheinigung'],
  'gültig bis': ['', '15.12.2026', '15.03.2027', '01.10.2027', '20.11.2026'],
  Nebenbestimmung: ['', 'gestattet', 'erlaubt', 'nicht gestattet'],
  Coach: ['', mara.email, 'neu@example.org'],
  Erstkontakt: ['', '01.09.2026', '15.10.2026'],
  Deutschniveau: ['', 'A2', 'B1'],
  Schulabschluss: ['', 'ohne', 'HSA 9'],
  Bausteine: ['', 'Coaching', 'Vorbereitungskurs, Coaching', 'Hauptschulabschluss'],
  'Einwilligung am': ['', '01.10.2026', '01.11.2026'],
  'Einwilligung für': ['', 'Fallarbeit', 'Erinnerungen, Fallarbeit'],
  Bemerkung: ['', 'Ruft an', 'Zieht um'],
};

const anyRow: fc.Arbitrary<Cells> = fc
  .record(
    Object.fromEntries(Object.entries(written).map(([column, cells]) => [column, fc.constantFrom(...cells)])),
    { requiredKeys: [] },
  )
  .map((cells) => ({ ...required, ...cells }));

/** Some days lie between two files. */
const edits = fc.array(fc.tuple(anyRow, fc.integer({ min: 0, max: 40 })), { minLength: 1, maxLength: 6 });

/** The journey after the rows, and the row as all of them together tell it. */
function afterAll(first: Cells, rows: readonly (readonly [Cells, number])[]) {
  const story = RegisterStory.takenOver(first, atBerlin(importedOn, 10 * 60));
  let merged = rowUpon({}, first);
  for (const [row, days] of rows) {
    story.now = atBerlin(addDays(story.today, days), 10 * 60);
    story.comes(row);
    merged = rowUpon(merged, row);
  }
  return { story, merged: merged as Cells };
}

/** What a register tells, as it stands. */
function told({ state }: RegisterStory) {
  const { givenName, familyName, bornOn, sex, nationality, germanLevel, schoolCertificate } = state.case;
  const { language, phone, email } = state.contact;
  return {
    person: { givenName, familyName, bornOn, sex, nationality, germanLevel, schoolCertificate },
    contact: { language, phone, email },
    coach: [state.plain.coach, state.case.coachHint],
    firstContactOn: state.case.firstContactOn,
    note: state.notes['register']?.note,
    paper: currentPaper(state)?.paper,
  };
}

describe('any sequence of edited rows', () => {
  it('ends where the import of the last row would have begun, and each row again says nothing new', () => {
    fc.assert(
      fc.property(anyRow, edits, (first, rows) => {
        const { story, merged } = afterAll(first, rows);
        const fresh = RegisterStory.takenOver(merged, story.now);
        expect(told(story)).toEqual(told(fresh));
        const active = modulesOf(story.state).map(({ module }) => module);
        expect(active).toEqual(expect.arrayContaining(modulesOf(fresh.state).map(({ module }) => module)));
        const last = rows.at(-1)?.[0] ?? first;
        expect(story.comes(last)).toEqual([]);
        const { Bausteine: _, 'Einwilligung für': __, ...kept } = lastRowOf(story.state);
        expect(merged).toMatchObject(kept);
      }),
      { seed: 20261123, numRuns: 150 },
    );
  });

  it('writes to nobody on a day on which a row came, and only of papers that stand', () => {
    fc.assert(
      fc.property(anyRow, edits, (first, rows) => {
        const { story } = afterAll(first, rows);
        const planned = new Set(story.reminders.map(({ key }) => key));
        story.now = atBerlin(addDays(story.today, 1), 6 * 60);
        story.comes({ ...merhawi, 'gültig bis': '20.03.2028' });
        const brought = story.reminders.filter(({ key }) => !planned.has(key));
        expect(brought.filter(({ at }) => at < atBerlin(addDays(story.today, 1), 0))).toEqual([]);
        const open = new Set(story.deadlines.filter(({ state }) => state === 'open').map(({ id }) => id));
        expect(story.reminders.filter(({ deadline }) => !open.has(deadline))).toEqual([]);
      }),
      { seed: 20261124, numRuns: 60 },
    );
  });
});
