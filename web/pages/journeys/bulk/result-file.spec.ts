import { describe, expect, it } from '@jest/globals';
import { resultFile } from './result-file.js';

const id = '3f0e5a52-0b3f-5a1c-9d53-6a2f1c7f0a03';
const other = '3f0e5a52-0b3f-5a1c-9d53-6a2f1c7f0a04';
const people = new Map([[id, { externalId: '=DS-1', name: { givenName: 'Layla', familyName: 'Nazari' } }]]);

describe('The file of what became of each', () => {
  it('names nobody, is read by a spreadsheet, and holds no formula', () => {
    const text = resultFile(
      [
        { journeyId: id, outcome: 'done' },
        { journeyId: other, outcome: 'refused' },
      ],
      people,
      { heads: ['Kennung', 'Ergebnis'], outcome: ({ outcome }) => `${outcome}; "so"` },
    );
    expect(text).toBe(
      `\uFEFF"Kennung";"Ergebnis"\r\n"'=DS-1";"done; ""so"""\r\n"${other}";"refused; ""so"""\r\n`,
    );
    expect(text).not.toContain('Nazari');
  });
});
