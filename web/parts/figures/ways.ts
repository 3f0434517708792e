import type { StuckFigures } from '../../../contract/pages/figures.js';

/** By what flags are counted. */
export const ways = ['rule', 'commune', 'coach'] as const;

/** What an address says of it. */
export const wayIn = (search: URLSearchParams): StuckFigures['by'] =>
  ways.find((way) => way === search.get('nach')) ?? 'rule';
