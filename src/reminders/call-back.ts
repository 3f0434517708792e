import { addDays, compareDays, daysBetween } from '../../domain/deadlines/day-arithmetic.js';
import type { Calendar } from '../../domain/deadlines/calendar.js';
import type { Day } from '../../domain/time.js';

/** Who can be called back; a coach counts only with a number. */
export interface CallBack {
  coach?: { name: string; phone: string };
  officePhone?: string;
}

/** The texts that stand for every protected one: with a coach who can be called, and without. */
export const callBackTexts = { coach: 'neutral_callback', office: 'neutral_callback_office' } as const;

/** Whether a text is one of these: which one goes out is a matter of who can be called. */
export const isCallBackText = (key: string): boolean => Object.values<string>(callBackTexts).includes(key);

/** The one of these that goes out. */
export const callBackText = ({ coach }: CallBack): string => callBackTexts[coach ? 'coach' : 'office'];

/** The number to be called; `undefined` where there is none. */
export const numberOf = ({ coach, officePhone }: CallBack): string | undefined => coach?.phone ?? officePhone;

/** The one name that a coach is called by towards participants. */
export const firstNameOf = ({ name }: { name: string }): string => name.split(' ')[0] ?? '';

/** An answer is asked for within so many working days. */
const workingDaysToAnswer = 5;

/**
 * The day by which an answer is asked for: the fifth working day after today, never later than the first of the
 * deadlines' days that is not over.
 */
export function answerBy(today: Day, dues: readonly Day[], calendar: Calendar): Day {
  let day = today;
  for (let count = 0; count < workingDaysToAnswer;) {
    day = addDays(day, 1);
    if (calendar.isWorkingDay(day)) count += 1;
  }
  const first = firstAhead(today, dues);
  return first !== undefined && first < day ? first : day;
}

/** In the last two weeks before a deadline's day the reader is told that it is important. */
export function isSoon(today: Day, dues: readonly Day[]): boolean {
  const first = firstAhead(today, dues);
  return first !== undefined && daysBetween(today, first) <= 14;
}

/** Nobody is asked to call by a day that is over: one from which on something may be done can't be missed. */
const firstAhead = (today: Day, dues: readonly Day[]): Day | undefined =>
  dues.filter((due) => due >= today).sort(compareDays)[0];
