import { dayOf, daysBetween, timeOf, type Moment } from './days.js';
import { isForWriting, writingHours } from './naive/calendar.js';

/** Mails that left when nobody may be written to. */
export const outsideTheHours = (mails: readonly Moment[]): Moment[] =>
  mails.filter((at) => {
    const { from, to } = writingHours(dayOf(at));
    return !isForWriting(dayOf(at)) || timeOf(at) < from || timeOf(at) >= to;
  });

/** Mails that are a second one on a day, or a third one within seven days. */
export const tooMany = (mails: readonly Moment[]): Moment[] =>
  mails.filter((at, index) => {
    const [third, second] = [mails[index - 2], mails[index - 1]];
    const isSecond = second !== undefined && dayOf(second) === dayOf(at);
    const isThird = third !== undefined && daysBetween(dayOf(third), dayOf(at)) < 7;
    return isSecond || isThird;
  });
