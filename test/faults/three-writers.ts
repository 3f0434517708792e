import { randomUUID } from 'node:crypto';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import type { RunningLotse } from '../support/running-lotse.js';
import { consentToReminders, remindable } from '../support/reminded.js';

/** One call as whoever made it found it. */
export interface Measured {
  kind: 'command' | 'read';
  /** When it began, in milliseconds. */
  at: number;
  ms: number;
  status: number;
}

export interface Writers {
  /** Every call so far. */
  readonly calls: readonly Measured[];
  /** Every journey that was opened with an answer of success. */
  readonly journeys: readonly string[];
  stop(): Promise<void>;
}

/** As often as three people who type without a pause: each opens a journey now and then, and goes on with her last one. */
const pauseMs = 250;
const actsPerJourney = 12;

/**
 * Three who write and read at once, until stopped. Each journey gets a paper that ends soon and consent: with quiet
 * hours off its reminder is due 15 to 60 seconds later.
 */
export function threeWriters(lotse: RunningLotse, token: string): Writers {
  const calls: Measured[] = [];
  const journeys: string[] = [];
  const stopping = new AbortController();

  const call = async (kind: Measured['kind'], method: string, path: string, body?: object) => {
    const at = Date.now();
    const began = performance.now();
    const key = kind === 'command' ? { 'idempotency-key': randomUUID() } : {};
    const answer = await lotse.call(token, method, path, body, key).catch(() => undefined);
    calls.push({ kind, at, ms: performance.now() - began, status: answer?.status ?? 0 });
    return answer;
  };
  const writer = async (): Promise<void> => {
    let journey: string | undefined;
    for (let turn = 0; !stopping.signal.aborted; turn += 1) {
      if (turn % actsPerJourney === 0) {
        journey = await open(call);
        if (journey !== undefined) journeys.push(journey);
      } else {
        const contact = { phone: `+49 2403 ${10_000 + turn}` };
        await call('command', 'PATCH', `/journeys/${journey}/participant`, contact);
      }
      await call('read', 'GET', turn % 2 === 0 ? '/journeys?limit=25' : `/journeys/${journey}`);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  };
  const writing = [writer(), writer(), writer()];
  return {
    calls,
    journeys,
    async stop() {
      stopping.abort();
      await Promise.all(writing);
    },
  };
}

type Call = (
  kind: Measured['kind'],
  method: string,
  path: string,
  body?: object,
) => Promise<{ json: { id: string } } | undefined>;

async function open(call: Call): Promise<string | undefined> {
  const today = berlinDay(new Date().toISOString());
  const opened = await call(
    'command',
    'POST',
    '/journeys',
    remindable(`${randomUUID()}@example.org`, addDays(today, 40)),
  );
  if (!opened) return undefined;
  const { id } = opened.json;
  await call('command', 'POST', `/journeys/${id}/milestones`, consentToReminders(today));
  return id;
}

/** How long the slowest hundredth took at least, in milliseconds. */
export function p99(calls: readonly Measured[]): number {
  const sorted = calls.map(({ ms }) => ms).sort((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length * 0.99)] ?? 0);
}
