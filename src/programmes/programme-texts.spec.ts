import { describe, expect, it } from '@jest/globals';
import { programmeTexts as shape } from '../../contract/pages/programme.js';
import { programme } from '../../test/support/planning.js';
import { readTexts } from '../reminders/read-texts.js';
import { programmeTexts } from './programme-texts.js';

const texts = await readTexts(new URL('../../programmes/durchstarten/', import.meta.url));
const shown = programmeTexts(programme, texts, '2026-11-23', 'de');

describe('the texts of a programme', () => {
  it('are all there, in every language in which they are written, without a gap', () => {
    expect(shape.parse(shown)).toEqual(shown);
    expect(shown.texts.map(({ key }) => key)).toEqual(programme.texts.map(({ key }) => key));
    expect(shown.languages).toHaveLength(10);
    for (const { wordings } of shown.texts) {
      expect(wordings.map(({ language }) => language)).toContain('de');
      expect(wordings.filter(({ text }) => text.trim() === '' || text.includes('…'))).toEqual([]);
    }
  });

  it('say who has read them, and from which side they begin', () => {
    const neutral = shown.texts.find(({ key }) => key === 'neutral_callback');
    const inArabic = neutral?.wordings.find(({ language }) => language === 'ar');
    expect(inArabic).toMatchObject({ direction: 'rtl', reviewed: expect.any(Boolean) });
    expect(inArabic?.text).toContain('02403 71 1234');
  });
});
