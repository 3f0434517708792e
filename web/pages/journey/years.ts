import type { Day } from '../../time/days.js';

/** Full years from a birthday to a day. */
export function yearsBetween(bornOn: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years;
}
