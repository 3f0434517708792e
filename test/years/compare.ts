import type { Act, Expected, Observed, Overtaken } from './act.js';

/** One thing on which the naive evaluator and the log do not agree, to be read by people. */
export type Disagreement = string;

/** Compares what had to happen in a journey with what happened: each once, within its time, and nothing else. */
export function disagreements(
  journey: string,
  expected: readonly Expected[],
  observed: readonly Observed[],
): Disagreement[] {
  const names = [...new Set([...expected, ...observed].map(nameOf))];
  return names.flatMap((name) => {
    const wanted = expected.filter((each) => nameOf(each) === name);
    const happened = observed.filter((each) => nameOf(each) === name);
    return pairUp(wanted, happened).map((line) => `${journey}: ${name}: ${line}`);
  });
}

const nameOf = ({ act, to, what }: Act): string => `${act} to ${to}: ${what}`;

/** What is left when each expected act has taken one that happened within its time, as sentences. */
function pairUp(expected: readonly Expected[], observed: readonly Observed[]): string[] {
  const left = [...observed];
  const missing = expected.filter(({ from, until }) => {
    const index = left.findIndex(({ at }) => at >= from && at <= until);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  return Array.from({ length: Math.max(missing.length, left.length) }, (_, index) => {
    const [wanted, happened] = [missing[index], left[index]];
    const when = wanted ? `expected ${wanted.from} to ${wanted.until.slice(11)}` : 'expected no more';
    return `${when}, ${happened ? `happened ${happened.at}` : 'did not happen'}`;
  });
}

/** Rungs that were passed over without a newer one of their deadline that was due as well. */
export function unexplained(
  journey: string,
  expected: readonly Overtaken[],
  observed: readonly Overtaken[],
): Disagreement[] {
  return observed
    .filter(({ what, at }) => !expected.some((each) => each.what === what && each.at <= at))
    .map(({ what, at }) => `${journey}: ${what}: overtaken ${at}, and nothing newer was due`);
}
