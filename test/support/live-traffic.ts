import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import fc from 'fast-check';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { Refusal } from '../../domain/journey/refusal.js';
import { loadJourney } from '../../src/journeys/loaded-journey.js';
import { Conflict } from '../../src/journeys/outcomes.js';
import { markArmed, takeDirty } from '../../src/relay/dirty-set.js';
import type { Api } from './api.js';
import { eventually } from './eventually.js';
import { anyWish } from './random-wishes.js';
import { consent, opening } from './wishes.js';

/** So many mistakes say it all. */
const enough = 20;

const actor = { kind: 'person', id: randomUUID(), role: 'coordinator' } as const;

/** Opens so many journeys of people who may be accompanied; gives their ids. */
export async function openJourneys({ platform }: Api, count: number): Promise<string[]> {
  const today = berlinDay(await platform.clock.now());
  const ids = Array.from({ length: count }, () => randomUUID());
  for (const id of ids) {
    const entering = { ...opening(today, randomUUID()), externalId: `KI-${id}` };
    await platform.runner.run(id, entering, { actor });
    await platform.runner.run(id, consent(today), { actor });
  }
  return ids;
}

/** What happened while people worked. */
export interface Traffic {
  /** Commands that were recorded. */
  written: number;
  /** Lists that were read, each whole. */
  read: number;
  /** The longest that a command took, and a list, in milliseconds. */
  slowest: { write: number; read: number };
  /** What went wrong, and what a list did not show. */
  wrong: string[];
}

/** Takes rows and notes them as told, as a relay does. */
async function relayIn({ platform: { sql } }: Api): Promise<void> {
  const dirty = await takeDirty(sql, 32);
  const armed = dirty.map(({ id, version, lease, standing }) => ({
    id,
    version,
    lease,
    armedFor: standing.nextDue,
  }));
  await markArmed(sql, armed);
}

/**
 * Does something while people work: three write in these journeys, one reads each list, and a relay tells.
 * @param shown how many journeys a list has to show; default those
 */
export async function whilePeopleWork<Result>(
  api: Api,
  { ids, as, shown = ids.length }: { ids: readonly string[]; as: string; shown?: number },
  work: () => Promise<Result>,
): Promise<{ result: Result; traffic: Traffic }> {
  const traffic: Traffic = { written: 0, read: 0, slowest: { write: 0, read: 0 }, wrong: [] };
  const over = new AbortController();
  const forever = async (work: () => Promise<void>): Promise<void> => {
    while (!over.signal.aborted && traffic.wrong.length < enough) {
      await work().catch((error: unknown) => void traffic.wrong.push(String(error)));
    }
  };
  const wishes = fc.sample(anyWish, { seed: 20261127, numRuns: 500 });
  let next = 0;
  const write = async (): Promise<void> => {
    const { sql, secrets, runner, clock } = api.platform;
    const id = ids[Math.floor(Math.random() * ids.length)] ?? '';
    const wish = wishes[(next += 1) % wishes.length];
    const now = await clock.now();
    const { state } = await loadJourney(sql, secrets.wrapping, id);
    const began = performance.now();
    try {
      if (wish) await runner.run(id, wish(state, berlinDay(now), now), { actor });
      traffic.written += 1;
    } catch (error) {
      if (!(error instanceof Refusal) && !(error instanceof Conflict)) throw error;
    }
    traffic.slowest.write = Math.max(traffic.slowest.write, performance.now() - began);
  };
  const list = (path: string, isWhole: (items: { id: string }[]) => boolean) => async (): Promise<void> => {
    const began = performance.now();
    const { status, json } = await api.call('GET', `/api/v1${path}`, { as });
    traffic.slowest.read = Math.max(traffic.slowest.read, performance.now() - began);
    traffic.read += 1;
    if (status !== 200) traffic.wrong.push(`${path} answered ${status}`);
    else if (!isWhole(json.items as { id: string }[])) traffic.wrong.push(`${path} was not whole`);
  };
  // names are found by the tail of the log: the newest are a moment behind
  await eventually(async () => {
    const { json } = await api.call('GET', '/api/v1/journeys?open=all&limit=400&sort=name', { as });
    expect(json.items).toHaveLength(shown);
  });
  const running = [
    forever(write),
    forever(write),
    forever(write),
    forever(list('/journeys?open=all&limit=400', (items) => items.length === shown)),
    forever(list('/journeys?open=all&limit=400&sort=name', (items) => items.length === shown)),
    forever(list('/deadlines?limit=200', (items) => items.length > 0)),
    forever(list('/messages?limit=200', () => true)),
    forever(() => relayIn(api)),
  ];
  try {
    return { result: await work(), traffic };
  } finally {
    over.abort();
    await Promise.all(running);
  }
}
