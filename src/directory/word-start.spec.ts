import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markStart } from './word-start.js';

const letters = fc.constantFrom('a', 'b', 'm', 'z', '0', '1', '9', '\u0639', '\u0433', '\u00ff');
const word = fc.array(letters, { minLength: 1, maxLength: 6 }).map((all) => all.join(''));

describe('a word whose start is marked', () => {
  it('is found in a text of many where one of them begins with it, and nowhere else', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), word, (words, wanted) => {
        const text = words.map(markStart).join('');
        expect(text.includes(markStart(wanted))).toBe(words.some((each) => each.startsWith(wanted)));
      }),
    );
  });
});
