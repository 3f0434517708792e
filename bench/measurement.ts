/** How much is measured: `smoke` only that everything works, `short` in ten minutes with the rest, `full` as the targets say. */
export type Size = 'smoke' | 'short' | 'full';

/** How often each candidate has its turn, one after another, so that a slow moment of the machine meets all alike. */
export const roundsOf = (size: Size): number => ({ smoke: 1, short: 3, full: 5 })[size];

/** A round of ten thousand takes minutes, twice: more than two of them tell nothing new. */
export const longRoundsOf = (size: Size): number => (size === 'full' ? 2 : roundsOf(size));

/** One figure: the median of its rounds, the lowest and the highest of them. */
export interface Measurement {
  name: string;
  value: number;
  unit: string;
  min: number;
  max: number;
  /** In words of a table, `≥ 0.9`. */
  target?: string;
  met?: boolean;
}

/** What is to be reached. */
export type Target = { atLeast: number } | { atMost: number };

/**
 * The figure of one or more rounds.
 * @param unit as it stands behind the number: `/s`, `ms`, `×`, `MB`
 */
export function measured(
  name: string,
  unit: string,
  rounds: number | readonly number[],
  target?: Target,
): Measurement {
  const sorted = [rounds].flat().toSorted((a, b) => a - b);
  const value = median(sorted);
  const figure = { name, value: rounded(value), unit, min: rounded(sorted[0]), max: rounded(sorted.at(-1)) };
  if (!target) return figure;
  return 'atLeast' in target
    ? { ...figure, target: `≥ ${target.atLeast}`, met: value >= target.atLeast }
    : { ...figure, target: `≤ ${target.atMost}`, met: value <= target.atMost };
}

/** The middle one of sorted values, or halfway between the two in the middle. */
function median(sorted: readonly number[]): number {
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? Number.NaN;
  return Number.isInteger(half) ? ((sorted[half - 1] ?? Number.NaN) + upper) / 2 : upper;
}

/** Three digits are all that a measurement on a shared machine can tell. */
function rounded(value = Number.NaN): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
