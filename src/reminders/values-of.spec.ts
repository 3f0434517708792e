import { describe, expect, it } from '@jest/globals';
import { deadlineOn, reader, texts, withCoach, withoutCoach } from '../../test/support/mails.js';
import { emptySealedState, initialState } from '../../domain/journey/state.js';
import { protectedTextFor } from './protected-text.js';
import { noon, valuesOf } from './values-of.js';

const now = '2026-11-23T08:00:00.000Z';
const told = (key: string, language: 'de' | 'en', due: string, anchorValue?: string) =>
  protectedTextFor(
    texts,
    key,
    language,
    valuesOf(reader('ti'), deadlineOn(due, anchorValue), withCoach, now),
  );

describe('what a text may say', () => {
  it('comes from the deadline, its recorded date and the first names', () => {
    expect(valuesOf(reader('ti'), deadlineOn('2027-01-04', '2027-08-01'), withCoach, now)).toEqual({
      firstName: 'Merhawi',
      coachFirstName: 'Jana',
      coachPhone: { phone: '02403 4711-0' },
      validUntil: noon('2027-08-01'),
      startDate: noon('2027-08-01'),
      dueDate: noon('2027-01-04'),
      earliestDate: noon('2027-01-04'),
      days: 42,
      over: false,
      windowOpen: false,
    });
  });

  it('counts its days from today in Berlin', () => {
    const values = valuesOf(reader('ti'), deadlineOn('2026-11-24'), withCoach, '2026-11-23T23:30:00.000Z');
    expect(values).toMatchObject({ days: 0, over: false, windowOpen: true });
  });

  it('leaves out what is missing or erased', () => {
    const erased = { ...initialState('journey'), ...emptySealedState() };
    expect(valuesOf(erased, undefined, withoutCoach, now)).toEqual({});
  });
});

describe('a text that the coach tells', () => {
  it('says what, until when, and who helps', () => {
    expect(told('document_expiring', 'de', '2027-01-18')?.split('\n')).toEqual([
      'Ihr Papier ist bis 18. Januar 2027 gültig.',
      'Das sind noch 56 Tage.',
      'Bitte machen Sie jetzt einen Termin beim Amt.',
      'Nehmen Sie Ihr altes Papier mit.',
      'Jana hilft Ihnen: 02403 4711-0.',
    ]);
  });

  it.each([
    ['2026-11-24', 'That is tomorrow.'],
    ['2026-11-23', 'That is today.'],
    ['2026-11-20', 'That day is over.'],
  ])('speaks of %s as it is on the day it is read', (due, said) => {
    expect(told('document_expiring', 'en', due)).toContain(said);
  });

  it('says from when on something may be asked for, or that it may be now', () => {
    expect(told('training_status_application', 'de', '2027-01-01', '2027-08-01')).toContain(
      'ab dem 1. Januar 2027',
    );
    expect(told('training_status_application', 'de', '2026-11-23', '2027-06-23')).toContain(
      'jetzt einen Antrag',
    );
  });

  it('shows gaps where facts are gone, and throws nothing', () => {
    for (const key of ['document_expiring', 'training_status_application', 'advice_before_birthday']) {
      expect(protectedTextFor(texts, key, 'de', {})).toContain('…');
    }
  });

  it('is nothing where this version of the programme does not know it', () => {
    expect(protectedTextFor(texts, 'of_an_older_version', 'de', {})).toBeUndefined();
  });
});
