import { describe, expect, it } from '@jest/globals';
import { fits, fold } from './fold.js';

describe('What was typed', () => {
  it('is compared without marks and capitals', () => {
    expect(fold('Şükrü Yıldız')).toBe('sukru yildiz');
    expect(fold('Weiß')).toBe('weiss');
  });

  it.each([
    ['lay', 'Layla Nazari'],
    ['naz lay', 'Layla Nazari'],
    ['ozt', 'Ayşe Öztürk'],
    ['oezt', 'Ayşe Öztürk'],
    ['ays', 'Ayşe Öztürk'],
    ['hassan', 'Aya Al-Hassan'],
    ['al-ha', 'Aya Al-Hassan'],
    ['B1', 'Sprachprüfung bestanden: B1'],
    ['', 'Layla Nazari'],
  ])('%s finds %s by the beginnings of words', (typed, text) => {
    expect(fits(typed, text)).toBe(true);
  });

  it.each([
    ['ayla', 'Layla Nazari'],
    ['lay dem', 'Layla Nazari'],
  ])('%s does not find %s', (typed, text) => {
    expect(fits(typed, text)).toBe(false);
  });
});
