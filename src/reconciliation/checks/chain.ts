import type { Check } from './check.js';

/** Each stream is what was appended: no event changed, missing, cut off or put behind, and the head is the last hash. */
export const chain: Check = ({ id, brokenAt, events, row }) => {
  if (brokenAt !== null) return [{ subject: id, detail: `broken at ${brokenAt}`, remedy: null }];
  return row && events.length === 0 ? [{ subject: id, detail: 'row without events', remedy: null }] : [];
};
