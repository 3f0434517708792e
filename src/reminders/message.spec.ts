import { describe, expect, it } from '@jest/globals';
import { Message, plainOf } from './message.js';
import type { Values } from './values.js';

const read = (source: string, language: string, values: Values): string =>
  plainOf(new Message(source, language).render(values));

const dueDate = new Date('2026-12-04T12:00:00Z');

describe('a message', () => {
  it.each([
    ['de', 'Freitag, 4. Dezember'],
    ['fa', 'جمعه 4 دسامبر'],
    ['ar', 'الجمعة، 4 ديسمبر'],
    ['ti', 'ዓርቢ፣ 4 ታሕሳስ'],
  ])('shows days in %s by the Gregorian calendar, with Latin digits', (language, shown) => {
    expect(read('{dueDate, date, ::EEEEdMMMM}', language, { dueDate })).toBe(shown);
  });

  it('keeps names and numbers apart from words that run from right to left', () => {
    const values = { firstName: 'Merhawi', phone: { phone: '+49 2403 1' } };
    expect(read('مرحبًا {firstName}: {phone}.', 'ar', values)).toBe(
      'مرحبًا \u2068Merhawi\u2069: \u2068+49 2403 1\u2069.',
    );
    expect(read('Hallo {firstName}: {phone}.', 'de', values)).toBe('Hallo Merhawi: +49 2403 1.');
    expect(read('Hallo {firstName}.', 'de', { firstName: 'أمينة' })).toBe('Hallo \u2068أمينة\u2069.');
  });

  it('knows which of its parts can be called', () => {
    const parts = new Message('Bitte: {phone}.', 'de').render({ phone: { phone: '0241 000' } });
    expect(parts).toEqual(['Bitte: ', { phone: '0241 000' }, '.']);
  });

  it('shows a gap for what is not known, of whatever kind', () => {
    const source =
      '{firstName}, {dueDate, date, ::dMMMM}, {days, plural, =0 {heute} other {# Tage}}, {soon, select, true {bald} other {später}}, {phone}';
    expect(read(source, 'de', {})).toBe('…, …, … Tage, später, …');
  });

  it('tells its values and its own words, those of every choice too', () => {
    const message = new Message(
      'Hallo {firstName}. {over, select, true {Vorbei.} other {{days, plural, one {Morgen.} other {In # Tagen.}}}}',
      'de',
    );
    expect(message.valueNames).toEqual(['firstName', 'over', 'days']);
    for (const word of ['Hallo', 'Vorbei', 'Morgen', 'In', 'Tagen']) expect(message.words).toContain(word);
    expect(message.words).not.toMatch(/firstName|over|days/);
  });

  it('takes a sign of less than for what it is, and refuses what is no MessageFormat', () => {
    expect(read('<b>{firstName}</b>', 'de', { firstName: 'M' })).toBe('<b>M</b>');
    expect(() => new Message('Hallo {firstName', 'de')).toThrow(SyntaxError);
  });
});
