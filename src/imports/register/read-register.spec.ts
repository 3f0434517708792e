import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Programme } from '../../../domain/programme/schema/programme.js';
import { readProgramme } from '../../programmes/read-programme.js';
import { readRegister } from './read-register.js';

const today = '2026-11-23';
const data = (name: string) => readFileSync(new URL(`../../../test/data/${name}`, import.meta.url));
let programme: Programme;

beforeAll(async () => {
  const folder = new URL('../../../programmes/durchstarten/', import.meta.url);
  ({ programme } = await readProgramme(folder));
});

describe('the register', () => {
  it('has 400 good rows, none with a refusal or a warning', () => {
    const { rows, problem } = readRegister(data('register.csv'), today, programme);
    expect(problem).toBeUndefined();
    expect(rows).toHaveLength(400);
    expect(
      rows.filter(({ row, errors, warnings }) => !row || errors.length > 0 || warnings.length > 0),
    ).toEqual([]);
    expect(rows.map(({ line }) => line)).toEqual(Array.from({ length: 400 }, (_, index) => index + 2));
  });

  it('says a row in the words of the programme', () => {
    const [first, , third] = readRegister(data('register.csv'), today, programme).rows;
    expect(first?.row).toEqual({
      externalId: 'AC-110001',
      familyName: 'Murad',
      givenName: 'Aram',
      bornOn: '2003-10-25',
      sex: 'female',
      nationality: 'IQ',
      language: 'kmr',
      commune: 'baesweiler',
      phone: '+49 171 3920038',
      email: '11.1@example.org',
      document: { kind: 'toleration_60a', validUntil: '2027-04-02', employmentNote: 'unknown' },
      coachEmail: 'coach.baesweiler@example.org',
      firstContactOn: '2026-05-10',
      germanLevel: 'B2',
      schoolCertificate: 'foreign',
      modules: ['F4', 'F2'],
      consent: { on: '2026-05-29', purposes: ['case_work'] },
    });
    expect(third?.row).toMatchObject({
      note: 'Termin ABH offen',
      consent: { purposes: ['case_work', 'reminders'] },
    });
    expect(third?.row).not.toHaveProperty('phone');
  });

  it('keeps the cells as written, for the comparison with the next file', () => {
    const [first] = readRegister(data('register.csv'), today, programme).rows;
    expect(first?.raw).toMatchObject({ Kennung: 'AC-110001', Geburtsdatum: '25.10.2003', Bemerkung: '' });
    expect(first?.raw).not.toHaveProperty('Nebenbestimmung');
  });
});

describe('the register with mistakes', () => {
  it('has exactly the expected refusals, by line, column and code', () => {
    const expected = JSON.parse(data('register-with-mistakes.expected.json').toString()) as {
      rows: number;
      refusals: unknown[];
    };
    const { rows } = readRegister(data('register-with-mistakes.csv'), today, programme);
    expect(rows).toHaveLength(expected.rows);
    const refusals = rows.flatMap(({ line, errors }) =>
      errors.map(({ column, code }) => ({ line, column, code })),
    );
    expect(refusals).toEqual(expected.refusals);
    expect(rows.flatMap(({ warnings }) => warnings)).toEqual([]);
  });

  it('refuses an age only where the row would open a journey', () => {
    const { rows } = readRegister(data('register-with-mistakes.csv'), today, programme);
    const candidates = rows.filter(({ errors }) => errors.some(({ opensOnly }) => opensOnly));
    expect(candidates.map(({ line }) => line)).toEqual([33, 47]);
    expect(candidates.every(({ row }) => row !== undefined)).toBe(true);
    expect(rows.filter(({ row }) => row === undefined)).toHaveLength(9);
  });

  it('takes a commune with spaces and capitals around it', () => {
    const { rows } = readRegister(data('register-with-mistakes.csv'), today, programme);
    expect(rows.find(({ line }) => line === 42)?.row?.commune).toBe('eschweiler');
  });

  it('says what was found, what is expected and, in German, what is wrong', () => {
    const { rows } = readRegister(data('register-with-mistakes.csv'), today, programme);
    expect(rows.find(({ line }) => line === 58)?.errors).toEqual([
      {
        column: 'Geburtsdatum',
        found: '31.02.2003',
        expected: 'TT.MM.JJJJ oder JJJJ-MM-TT',
        code: 'impossible-date',
        message: 'Dieses Datum gibt es nicht.',
      },
    ]);
  });
});
