import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Programme } from '../../../domain/programme/schema/programme.js';
import { readProgramme } from '../../programmes/read-programme.js';
import { readRow } from './read-row.js';
import type { Line } from './table.js';

let programme: Programme;
const person = {
  Kennung: 'AC-1',
  Nachname: 'Murad',
  Vorname: 'Aram',
  Geburtsdatum: '25.10.2003',
  Kommune: 'Alsdorf',
};
const read = (cells: Line['cells'], today = '2026-11-23') =>
  readRow({ line: 2, cells: { ...person, ...cells }, surplus: [] }, { today, programme, seen: new Set() });
const codes = (cells: Line['cells'], today?: string) =>
  read(cells, today).errors.map(({ column, code }) => `${column}: ${code}`);

beforeAll(async () => {
  ({ programme } = await readProgramme(new URL('../../../programmes/durchstarten/', import.meta.url)));
});

describe('a row', () => {
  it('needs no more than the required columns', () => {
    const { row, errors, warnings } = read({});
    expect([errors, warnings]).toEqual([[], []]);
    expect(row).toEqual({
      externalId: 'AC-1',
      familyName: 'Murad',
      givenName: 'Aram',
      bornOn: '2003-10-25',
      commune: 'alsdorf',
      modules: [],
    });
  });

  it('shows all its refusals at once', () => {
    const empty = { Kennung: '', Nachname: '', Vorname: '', Geburtsdatum: '', Kommune: '' };
    expect(codes({ ...empty, 'gültig bis': '3/4/27' })).toEqual([
      'Kennung: missing',
      'Nachname: missing',
      'Vorname: missing',
      'Geburtsdatum: missing',
      'Kommune: missing',
      'gültig bis: ambiguous-date',
    ]);
  });

  it('is refused when a cell stands beyond the last column', () => {
    const { row, errors } = readRow(
      { line: 2, cells: person, surplus: ['verrutscht'] },
      { today: '2026-11-23', programme, seen: new Set() },
    );
    expect(row).toBeUndefined();
    expect(errors).toMatchObject([{ code: 'surplus-cells', found: 'verrutscht' }]);
  });
});

describe('ages', () => {
  it('turns nobody away from the 18th birthday to the day before the 28th', () => {
    expect(codes({ Geburtsdatum: '24.11.2008' })).toEqual(['Geburtsdatum: too-young']);
    expect(codes({ Geburtsdatum: '23.11.2008' })).toEqual([]);
    expect(codes({ Geburtsdatum: '24.11.1998' })).toEqual([]);
    expect(codes({ Geburtsdatum: '23.11.1998' })).toEqual(['Geburtsdatum: too-old']);
  });

  it('lets who was born on 29 February be of age from 1 March of a common year', () => {
    expect(codes({ Geburtsdatum: '29.02.2008' }, '2026-02-28')).toEqual(['Geburtsdatum: too-young']);
    expect(codes({ Geburtsdatum: '29.02.2008' }, '2026-03-01')).toEqual([]);
  });
});

describe('a formula', () => {
  it.each(['=1+1', '+cmd|calc', '-2+3', '@SUM(A1)'])('%s is refused in any text', (cell) => {
    expect(codes({ Vorname: cell, Bemerkung: cell, Telefon: cell, Kommune: cell })).toEqual([
      'Vorname: formula',
      'Kommune: formula',
      'Telefon: formula',
      'Bemerkung: formula',
    ]);
  });

  it('is not what a phone number with its country code is', () => {
    expect(read({ Telefon: '+49 (0) 171/392-0038' }).row?.phone).toBe('+49 (0) 171/392-0038');
  });
});

describe('days', () => {
  it('may lie ahead only for the paper', () => {
    const cells = { Aufenthaltsstatus: 'Duldung', 'gültig bis': '24.11.2026' };
    expect(read(cells).row?.document?.validUntil).toBe('2026-11-24');
    expect(
      codes({ Erstkontakt: '24.11.2026', 'Einwilligung am': '2026-11-24', 'Einwilligung für': 'Fallarbeit' }),
    ).toEqual(['Erstkontakt: date-in-future', 'Einwilligung am: date-in-future']);
    expect(codes({ Geburtsdatum: '01.01.2031' })).toEqual(['Geburtsdatum: date-in-future']);
  });
});

describe('words', () => {
  it('that are unknown are left out with a warning, the known ones beside them taken', () => {
    const { row, warnings } = read({
      Bausteine: 'Coaching, Töpfern; f3',
      Deutschniveau: 'gut',
      Schulabschluss: 'hsa10',
      Staatsangehörigkeit: 'Kongo',
      Sprache: 'Arabisch',
      Geschlecht: 'X',
      Nebenbestimmung: 'siehe Rückseite',
    });
    expect(row).toMatchObject({ modules: ['F1', 'F3'], schoolCertificate: 'EESA' });
    expect(row).not.toHaveProperty('germanLevel');
    expect(warnings.map(({ column, found, code }) => `${column} ${found}: ${code}`)).toEqual([
      'Geschlecht X: unknown-value',
      'Staatsangehörigkeit Kongo: unknown-value',
      'Sprache Arabisch: unknown-value',
      'Nebenbestimmung siehe Rückseite: unknown-value',
      'Deutschniveau gut: unknown-value',
      'Bausteine Töpfern: unknown-value',
    ]);
  });

  it('for a commune may be its official name', () => {
    expect(read({ Kommune: 'Stolberg (Rhld.)' }).row?.commune).toBe('stolberg');
    expect(read({ Kommune: 'wuerselen' }).row?.commune).toBe('wuerselen');
    expect(codes({ Kommune: 'Aachen' })).toEqual(['Kommune: unknown-commune']);
  });

  it('for a paper must be known, since a wrong kind sets wrong deadlines', () => {
    expect(codes({ Aufenthaltsstatus: '???' })).toEqual(['Aufenthaltsstatus: unknown-status']);
    expect(codes({ Aufenthaltsstatus: 'Aufenthaltserlaubnis' })).toEqual([
      'Aufenthaltsstatus: unknown-status',
    ]);
  });
});

describe('e-mail', () => {
  it('is folded to lower case, and refused where it is none, the coach included', () => {
    expect(read({ 'E-Mail': 'Aram@Example.ORG' }).row?.email).toBe('aram@example.org');
    expect(codes({ 'E-Mail': 'nicht@@eine adresse', Coach: 'Frau Müller' })).toEqual([
      'E-Mail: malformed-email',
      'Coach: malformed-email',
    ]);
  });
});

describe('what belongs together', () => {
  it('a paper without its date is a paper; a date without a paper is left out with a warning', () => {
    expect(read({ Aufenthaltsstatus: 'Duldung' }).row?.document).toEqual({
      kind: 'toleration_60a',
      employmentNote: 'unknown',
    });
    const { row, warnings } = read({ 'gültig bis': '01.02.2027' });
    expect(row).not.toHaveProperty('document');
    expect(warnings).toMatchObject([{ column: 'gültig bis', code: 'unknown-value' }]);
  });

  it('a consent needs its day and a purpose', () => {
    const complete = {
      'Einwilligung am': '01.02.2026',
      'Einwilligung für': 'Fallarbeit, Träger, Erinnerungen',
    };
    expect(read(complete).row?.consent).toEqual({
      on: '2026-02-01',
      purposes: ['case_work', 'provider', 'reminders'],
    });
    for (const cells of [{ 'Einwilligung am': '01.02.2026' }, { 'Einwilligung für': 'Fallarbeit' }]) {
      const { row, warnings } = read(cells);
      expect(row).not.toHaveProperty('consent');
      expect(warnings).toHaveLength(1);
    }
  });
});
