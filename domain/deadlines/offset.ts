import type { Day } from '../time.js';
import { addDays, addMonths } from './day-arithmetic.js';

/**
 * The day that lies an offset from `day`: `-8w` is 56 days before, `-3d` three days, `-6M` six calendar months
 * (a missing day becomes the month's last). The programme's schema has checked the offset's form.
 */
export function shiftDay(day: Day, offset: string): Day {
  const count = Number.parseInt(offset, 10);
  switch (offset.at(-1)) {
    case 'M':
      return addMonths(day, count);
    case 'w':
      return addDays(day, count * 7);
    default:
      return addDays(day, count);
  }
}
