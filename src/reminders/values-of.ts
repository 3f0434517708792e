import type { Deadline } from '../../domain/deadlines/agenda.js';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { daysBetween } from '../../domain/deadlines/day-arithmetic.js';
import type { JourneyState } from '../../domain/journey/state.js';
import type { Day, Instant } from '../../domain/time.js';
import { firstNameOf, type CallBack } from './call-back.js';
import type { Values } from './values.js';

/** Days stand at noon UTC, where texts render them. */
export const noon = (day: Day): Date => new Date(`${day}T12:00:00Z`);

/**
 * What a text may say of a deadline and of the people concerned; what is missing or erased is left out. Never a
 * surname.
 */
export function valuesOf(
  state: JourneyState,
  deadline: Deadline | undefined,
  { coach }: CallBack,
  now: Instant,
): Values {
  const { givenName } = state.case;
  return {
    ...(givenName !== undefined && { firstName: givenName }),
    ...(coach && { coachFirstName: firstNameOf(coach), coachPhone: { phone: coach.phone } }),
    ...(deadline && valuesOfDeadline(deadline, berlinDay(now))),
  };
}

function valuesOfDeadline({ anchorValue, due }: Deadline, today: Day): Values {
  const days = daysBetween(today, due);
  return {
    validUntil: noon(anchorValue),
    startDate: noon(anchorValue),
    dueDate: noon(due),
    earliestDate: noon(due),
    days,
    over: days < 0,
    windowOpen: days <= 0,
  };
}
