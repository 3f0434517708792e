import { describe, expect, it } from '@jest/globals';
import { languageFrom } from './language.js';

describe('the language of a reader', () => {
  it.each([
    [undefined, 'de'],
    ['*', 'de'],
    ['fr, ar;q=0.9', 'de'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['de-DE, en;q=0.8', 'de'],
    ['de;q=0.3, en;q=0.7', 'en'],
    ['en;q=0', 'de'],
    ['en;q=nonsense', 'de'],
  ] as const)('of %p is %s', (header, language) => {
    expect(languageFrom(header)).toBe(language);
  });
});
