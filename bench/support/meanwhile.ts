import { setTimeout as wait } from 'node:timers/promises';

/** Begins something every so often until the work is done; over when all of it has ended. */
export async function meanwhile(
  work: Promise<unknown>,
  everyMs: number,
  begin: (index: number) => Promise<void>,
): Promise<void> {
  const over = new AbortController();
  const all: Promise<unknown>[] = [];
  const keep = (each: Promise<unknown>): void => {
    each.catch(() => undefined); // the last line tells
    all.push(each);
  };
  keep(work.finally(() => over.abort()));
  for (let index = 0; !over.signal.aborted; index += 1) {
    keep(begin(index));
    await wait(everyMs, undefined, { signal: over.signal }).catch(() => undefined);
  }
  await Promise.all(all);
}
