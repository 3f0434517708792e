import { describe, expect, it } from '@jest/globals';
import { calendar } from '../../domain/deadlines/dates.js';
import { answerBy, firstNameOf, isSoon } from './call-back.js';

const nrw = calendar('NRW');

describe('the day by which an answer is asked for', () => {
  it('is the fifth working day after sending', () => {
    expect(answerBy('2026-11-23', ['2027-01-18'], nrw)).toBe('2026-11-30');
    expect(answerBy('2026-11-28', ['2027-01-18'], nrw)).toBe('2026-12-04');
    // Christmas and the first of January are no working days.
    expect(answerBy('2026-12-22', ['2027-02-18'], nrw)).toBe('2026-12-30');
  });

  it('is never later than the first of the deadlines’ days', () => {
    expect(answerBy('2026-11-23', ['2027-01-18', '2026-11-26'], nrw)).toBe('2026-11-26');
    expect(answerBy('2026-11-23', ['2026-11-23'], nrw)).toBe('2026-11-23');
  });

  it('is never over: a day from which on something may be done does not limit it', () => {
    expect(answerBy('2026-11-23', ['2026-11-22'], nrw)).toBe('2026-11-30');
    expect(answerBy('2026-11-23', ['2026-11-01', '2026-11-27'], nrw)).toBe('2026-11-27');
  });
});

describe('that it is important', () => {
  it.each([
    ['2026-12-08', false],
    ['2026-12-07', true],
    ['2026-11-23', true],
    ['2026-11-22', false],
  ])('is said on 23 November of a deadline on %s: %s', (due, said) => {
    expect(isSoon('2026-11-23', [due])).toBe(said);
  });

  it('is said where one of several deadlines is near', () => {
    expect(isSoon('2026-11-23', ['2027-01-18', '2026-11-30'])).toBe(true);
    expect(isSoon('2026-11-23', [])).toBe(false);
  });
});

it('calls a coach by the first name alone', () => {
  expect(firstNameOf({ name: 'Anna-Lena van der Muster' })).toBe('Anna-Lena');
});
