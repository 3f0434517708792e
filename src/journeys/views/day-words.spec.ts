import { describe, expect, it } from '@jest/globals';
import { dayInWords } from './day-words.js';

describe('a day in words', () => {
  it('is written with its weekday, in either language', () => {
    expect(dayInWords('2026-12-05', 'de')).toBe('Sa, 05.12.2026');
    expect(dayInWords('2026-12-06', 'de')).toBe('So, 06.12.2026');
    expect(dayInWords('2026-12-05', 'en')).toBe('Sat 5 Dec 2026');
  });
});
