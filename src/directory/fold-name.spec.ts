import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldKennung, foldName, wordsOfName } from './fold-name.js';
import { phoneticKey } from './phonetic-key.js';

const spellings: [string, ...string[]][] = [
  ['Müller', 'MUELLER', 'Muller', 'müler'],
  ['İnci', 'inci', 'INCI', 'ıncı'],
  ["O'Neil", 'O’Neil', 'oneil'],
  ['Al-Hassan', 'al hassan', 'Alhasan'],
  ['Şahin', 'Sahin'],
  ['Łukasz', 'lukasz'],
  ['Groß', 'Gross'],
];

describe('a folded name', () => {
  it.each(spellings)('%s is the same however it is written', (name, ...others) => {
    expect(others.map(foldName)).toEqual(others.map(() => foldName(name)));
  });

  it('stays as it is when it is folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name));
      }),
    );
  });

  it('begins as the beginning of the name folds, so that a name is found while it is typed', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'aeoumnlsßäöüéıhkAEMÖ'.split('')) });
    fc.assert(
      fc.property(letters, letters, (beginning, rest) => {
        expect(foldName(beginning + rest).startsWith(foldName(beginning))).toBe(true);
      }),
    );
  });

  it('keeps other scripts', () => {
    expect(foldName('ተስፋይ')).toBe('ተስፋይ');
    expect(foldName('محمد')).toBe('محمد');
  });

  it('is found by the whole and by its parts', () => {
    expect(wordsOfName('Al-Hassan Omar')).toEqual(['alhasanomar', 'alhasan', 'omar', 'al', 'hasan']);
  });
});

describe('a Kennung', () => {
  it('counts doubled digits', () => {
    expect(foldKennung('DS-1001')).toBe('ds1001');
  });
});

describe('the sound of a name', () => {
  it.each([
    ['Mohammed', 'Muhamad', 'Mohamet'],
    ['Yussuf', 'Yousef', 'Jusuf'],
    ['Meyer', 'Maier', 'Mayr'],
    ['Schirin', 'Shirin', 'Chirin'],
  ])('of %s is that of %s', (name, ...others) => {
    expect(phoneticKey(foldName(others[0] ?? ''))).toBe(phoneticKey(foldName(name)));
  });

  it.each([
    ['wikipedia', '3412'],
    ['breschnev', '17863'],
    ['luedenscheidt', '52682'],
  ])('of %s is %s, as Postel has it', (word, key) => {
    expect(phoneticKey(foldName(word))).toBe(key);
  });

  it('is that of the folded name, however often it is folded', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(phoneticKey(foldName(foldName(name)))).toBe(phoneticKey(foldName(name)));
      }),
    );
  });

  it('of another script is none', () => {
    expect(phoneticKey(foldName('محمد'))).toBe('');
  });
});
