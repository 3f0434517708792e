import { setTimeout as wait } from 'node:timers/promises';

/** What became of one call. */
export interface Answered<Answer> {
  /** From the instant at which the call was to be made, so that a queue before the server counts. */
  ms: number;
  answer: Answer;
}

/**
 * Makes calls at a steady rate, whether earlier ones are answered or not, as many callers do who know nothing of each
 * other (an open loop: a slow answer does not make the next caller wait).
 * @param rate calls a second
 */
export async function atSteadyRate<Answer>(
  rate: number,
  seconds: number,
  call: (index: number) => Promise<Answer>,
): Promise<Answered<Answer>[]> {
  const began = performance.now();
  const calls: Promise<Answered<Answer>>[] = [];
  for (let index = 0; index < rate * seconds; index += 1) {
    const at = began + (index * 1000) / rate;
    const ahead = at - performance.now();
    if (ahead > 0) await wait(ahead);
    calls.push(call(index).then((answer) => ({ ms: performance.now() - at, answer })));
  }
  return Promise.all(calls);
}

/** The value below which the share lies: `percentile(ms, 0.99)`. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
