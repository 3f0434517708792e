import { shiftDay } from '../deadlines/offset.js';
import type { Day } from '../time.js';

/** The day a span after `day`: `30d`, `6w`, `12M`, or parts after each other, `4M15d`. */
export const addSpan = (day: Day, span: string): Day => partsOf(span).reduce(shiftDay, day);

/** The day a span before `day`. */
export const subtractSpan = (day: Day, span: string): Day =>
  partsOf(span).reduce((reached, part) => shiftDay(reached, `-${part}`), day);

const partsOf = (span: string): string[] => span.match(/\d+[dwM]/g) ?? [];
