import { describe, expect, it } from '@jest/globals';
import { decode } from './decode.js';
import { readTable } from './table.js';

const utf8 = (text: string) => new TextEncoder().encode(text);

function read(bytes: Uint8Array) {
  const decoded = decode(bytes);
  return 'problem' in decoded ? decoded : readTable(decoded.text);
}

const header = ['Kennung', 'Nachname', 'Vorname', 'Geburtsdatum', 'Kommune', 'Bemerkung'];
const row = ['AC-1', 'Müller', 'Jürgen', '25.10.2003', 'Würselen', ''];
const expected = {
  line: 2,
  cells: Object.fromEntries(header.map((name, index) => [name, row[index]])),
  surplus: [],
};
const file = (separator: string, lineEnd: string) =>
  [header, row].map((cells) => cells.join(separator) + lineEnd).join('');

/** In Windows-1252 these texts have one byte per letter, the letter's number. */
const windows1252 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('a file of a German spreadsheet', () => {
  it.each([
    ['UTF-8', utf8(file(';', '\n'))],
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${file(';', '\r\n')}`)],
    ['Windows-1252', windows1252(file(';', '\r\n'))],
    ['commas', utf8(file(',', '\r\n'))],
    ['tabs', utf8(file('\t', '\n'))],
    ['lines that end with CR alone', utf8(file(';', '\r'))],
    ['no line end at last', utf8(file(';', '\n').trimEnd())],
    ['every cell in quotes', utf8(file(';', '\n').replace(/[^;\n]+/g, '"$&"'))],
  ])('is read with %s', (_case, bytes) => {
    expect(read(bytes)).toEqual({ lines: [expected] });
  });

  it('may name its columns in any order and letter case, with others between', () => {
    const text =
      'KOMMUNE; vor name ;Schuhgröße;nachname;Geburts-Datum;kennung;gueltig bis\nAlsdorf;Aram;43;Murad;x;AC-1;y\n';
    expect(read(utf8(text))).toMatchObject({
      lines: [
        {
          cells: {
            Kommune: 'Alsdorf',
            Vorname: 'Aram',
            Nachname: 'Murad',
            Kennung: 'AC-1',
            'gültig bis': 'y',
          },
        },
      ],
    });
  });

  it('counts lines as an editor does, over empty lines and line breaks in a cell', () => {
    const lines = [
      'AC-1;A;B;C;D;"erste\r\nzweite; Zeile"',
      '',
      ';;;;;',
      'AC-2;A;"say ""hi""";C;D;',
      'AC-3;A',
      '',
    ];
    expect(read(utf8([header.join(';'), ...lines].join('\r\n')))).toMatchObject({
      lines: [
        { line: 2, cells: { Kennung: 'AC-1', Bemerkung: 'erste\nzweite; Zeile' } },
        { line: 6, cells: { Kennung: 'AC-2', Vorname: 'say "hi"' } },
        { line: 7, cells: { Kennung: 'AC-3', Kommune: '' } },
      ],
    });
  });

  it('has its spaces tidied, and a lone dash means nothing', () => {
    const text = `${header.join(';')}\n AC-1 ;van \u00A0 der\tBerg;–;-;D;-\n`;
    expect(read(utf8(text))).toMatchObject({
      lines: [
        {
          cells: { Kennung: 'AC-1', Nachname: 'van der Berg', Vorname: '', Geburtsdatum: '', Bemerkung: '' },
        },
      ],
    });
  });

  it('notices cells beyond the last column', () => {
    expect(read(utf8(`${header.join(';')}\nAC-1;A;B;C;D;Termin; verschoben;\n`))).toMatchObject({
      lines: [{ surplus: [' verschoben'] }],
    });
  });
});

describe('a file that is no register', () => {
  it.each([
    ['an empty one', '', 'empty-file'],
    ['one of blank lines', '\n \n', 'empty-file'],
    ['a workbook', 'PK\u0003\u0004\u0000\u0000', 'no-text-file'],
    ['one without header', 'AC-1;Murad;Aram;25.10.2003;Alsdorf\n', 'missing-columns'],
    [
      'one with a column too many',
      'Kennung;Nachname;Vorname;Geburtsdatum;Kommune;kommune\n',
      'repeated-column',
    ],
    ['one with an open quote', `${header.join(';')}\nAC-1;"Murad;A\nAC-2;B\n`, 'unclosed-quote'],
  ])('is said to be none: %s', (_case, text, code) => {
    expect(read(utf8(text))).toMatchObject({ problem: { code } });
  });

  it('is told which columns are missing and which were found, but nobody it may name', () => {
    const found = read(utf8('Nachname;Vorname;Murad;Aram\n'));
    expect(found).toMatchObject({
      problem: {
        message: expect.stringMatching(
          /Es fehlen: „Kennung“, „Geburtsdatum“, „Kommune“\. Gefunden: „Nachname“, „Vorname“\. Möglich sind: „Kennung“/,
        ),
      },
    });
    expect(JSON.stringify(found)).not.toContain('Murad');
  });
});
