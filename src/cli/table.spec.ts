import { describe, expect, it } from '@jest/globals';
import { aligned, table } from './table.js';

describe('a table on the terminal', () => {
  it('aligns its columns under their titles', () => {
    const text = table(
      ['Line', 'Column'],
      [
        ['7', 'Geburtsdatum'],
        ['120', 'E-Mail'],
      ],
    );
    expect(text).toBe('Line  Column\n7     Geburtsdatum\n120   E-Mail');
  });

  it('counts characters as they are read: a decomposed umlaut is one', () => {
    expect(
      aligned([
        ['gu\u0308ltig', 'x'],
        ['gültig', 'x'],
      ]),
    ).toEqual(['gu\u0308ltig  x', 'gültig  x']);
  });

  it('lets no cell command the terminal', () => {
    expect(aligned([['\u001b[2Jleer', 'x']])).toEqual([' [2Jleer  x']);
  });
});
