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

/** In the order of time: the first expected is the first that happened. */
function pairUp(expected: readonly Expected[], observed: readonly Observed[]): string[] {
  const left = [...observed];
  const lines: string[] = [];
  for (const { from, until } of expected) {
    const index = left.findIndex(({ at }) => at >= from && at <= until);
    if (index >= 0) left.splice(index, 1);
    else lines.push(`expected ${from} to ${until.slice(11)}`);
  }
  const rest = left.map(({ at }) => `happened ${at}`);
  return [...lines, ...rest];
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
