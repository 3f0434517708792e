import { describe, expect, it } from '@jest/globals';
import type { ImportOutcome } from '../../contract/routes/imports.js';
import { refusedRows } from './refused-rows.js';
import { readTable } from './register/table.js';

const file = Buffer.from(
  [
    'Kennung;Nachname;Schuhgröße;Vorname;Geburtsdatum;Kommune;Bemerkung',
    'A-1;Murad;43;Aram;01.02.2003;Stolberg;',
    'A-2;=1+1;44;Aya;31.02.2003;Aachn;"zwei',
    'Zeilen; ""so"""',
    'A-3;Demir;45;Yusuf;01.02.2003;Stolberg;;zuviel',
  ].join('\r\n'),
);
const error = (column: string, message: string, expected: string) =>
  ({ column, found: '', expected, code: 'missing', message }) as const;
const outcomes: ImportOutcome[] = [
  { line: 2, outcome: 'opened' },
  {
    line: 3,
    outcome: 'rejected',
    errors: [
      error('Geburtsdatum', 'Dieses Datum gibt es nicht.', 'TT.MM.JJJJ'),
      error('Kommune', 'Gehört nicht dazu.', 'eine Kommune'),
    ],
  },
  { line: 5, outcome: 'rejected', errors: [error('Zeile 5', 'Zu viele Zellen.', 'so viele wie Spalten')] },
];

describe('the refused rows as a file', () => {
  const text = refusedRows(file, outcomes);

  it('are those rows and no other, as a German spreadsheet reads them, with the reasons first', () => {
    expect(text.startsWith('\uFEFFFehler;Kennung;Nachname;Schuhgröße;Vorname')).toBe(true);
    expect(text).toContain(
      'Geburtsdatum: Dieses Datum gibt es nicht. Erwartet: TT.MM.JJJJ. Kommune: Gehört nicht dazu. Erwartet: eine Kommune.;A-2',
    );
    expect(text).not.toContain('A-1');
    expect(text).toContain('Stolberg;;zuviel');
  });

  it('hold no cell that a spreadsheet would take for a formula', () => {
    expect(text).toContain('"\t=1+1"');
    expect(text).not.toMatch(/(^|;|\n)"?[=+\-@]/);
  });

  it('are a register again, with the cells as they were, the reasons left out', () => {
    const again = readTable(text.replace('\uFEFF', '').replaceAll('\r\n', '\n'));
    const [first] = 'lines' in again ? again.lines : [];
    expect(first?.cells).toEqual({
      Kennung: 'A-2',
      Nachname: '=1+1',
      Vorname: 'Aya',
      Geburtsdatum: '31.02.2003',
      Kommune: 'Aachn',
      Bemerkung: 'zwei\nZeilen; "so"',
    });
  });

  it('name their reasons anew when they come back with a column of that name', () => {
    const twice = refusedRows(Buffer.from(text), [{ ...outcomes[1]!, line: 2 }]);
    expect(twice.match(/Fehler/g)).toHaveLength(1);
    expect(twice).toContain('A-2');
  });
});
