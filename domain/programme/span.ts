import { shiftDay } from '../deadlines/offset.js';
import type { Day } from '../time.js';

/** The day a span after `day`: `30d`, `6w`, `12M`, or parts after each other, `4M15d`. */
export const addSpan = (day: Day, span: string): Day =>
  (span.match(/\d+[dwM]/g) ?? []).reduce((reached, part) => shiftDay(reached, part), day);
