import { berlinDay } from '../deadlines/berlin.js';
import { addDays, daysBetween } from '../deadlines/day-arithmetic.js';
import { allowedFrom, type Windows } from '../deadlines/windows.js';
import type { JourneyState } from '../journey/state.js';
import type { Day } from '../time.js';

/** Nobody gets more than so many mails within seven days, whichever day one begins to count on. */
const mailsAWeek = 2;

/** The days on which a mail has left, or may have: of a claim without an outcome nobody knows. */
export function mailDays({ plain }: JourneyState): Day[] {
  const leaders = Object.entries(plain.messages).filter(
    ([key, { state, mail }]) => mail === key && (state === 'sent' || state === 'sending'),
  );
  return leaders.map(([, { since }]) => berlinDay(since));
}

/** The first day from `day` on, that one included, on which one more mail is not one too many. */
export function freeDay(day: Day, taken: readonly Day[], windows: Windows): Day {
  const candidate = allowedFrom(day, windows);
  const fits = !isTooMany([...taken, candidate].sort());
  return fits ? candidate : freeDay(addDays(candidate, 1), taken, windows);
}

const isTooMany = (days: readonly Day[]): boolean =>
  days.some((day, at) => {
    const next = days[at + mailsAWeek];
    return next !== undefined && daysBetween(day, next) < 7;
  });
