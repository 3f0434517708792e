import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import type { Command } from '../../domain/journey/commands/index.js';
import { Refusal } from '../../domain/journey/refusal.js';
import type { JourneyState } from '../../domain/journey/state.js';
import type { Instant } from '../../domain/time.js';
import type { Clock } from '../../src/clock/clock.js';
import { CommandRunner } from '../../src/journeys/command-runner.js';
import type { Platform } from '../../src/platform.js';
import { startApi, type Api } from '../support/api.js';
import { journeyCalls, staff } from '../support/journey-calls.js';
import { instantOf, steps, type Step } from '../support/steps.js';
import { opening } from '../support/wishes.js';

const start = '2026-11-23T07:30:00.000Z';
let now: Instant = start;
/** Stands until it is moved: years pass in a second. */
const clock: Clock = {
  isReal: false,
  now: () => Promise.resolve(now),
  at: () => Promise.resolve(now),
  toTemporal: (instant) => instant,
};

let api: Api;
const { get } = journeyCalls(() => api);

beforeAll(async () => {
  const moved = { LOTSE_CLOCK_OFFSET_MS: String(Date.parse(start) - Date.now()) };
  api = await startApi(staff, moved, (platform: Platform) => {
    const { sql, secrets, programmes, generation } = platform;
    return { ...platform, clock, runner: new CommandRunner(sql, clock, secrets, programmes, generation) };
  });
});
afterAll(() => api?.close());

const actor = { kind: 'person', id: randomUUID(), role: 'coordinator' } as const;

/** Carries a command out; the state after it, `undefined` where a rule stands against it. */
async function does(journey: string, command: Command): Promise<JourneyState | undefined> {
  try {
    return (await api.platform.runner.run(journey, command, { actor })).state;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

const show = async (journey: string, asOf?: Instant) => {
  const query = asOf === undefined ? '' : `?asOf=${encodeURIComponent(asOf)}`;
  return get(`/journeys/${journey}${query}`, 'karl');
};

/** Takes a journey through a history; what it was shown as right after each instant at which something was recorded. */
async function lived(journey: string, history: readonly Step[]): Promise<Map<Instant, unknown>> {
  now = start;
  const shown = new Map<Instant, unknown>();
  let state = await does(journey, opening(berlinDay(now), randomUUID()));
  for (const step of history) {
    if (!state) throw new Error('The journey could not be opened');
    shown.set(state.plain.lastRecordedAt, (await show(journey)).json);
    now = instantOf(step, state, now);
    state = (await does(journey, step.wish(state, berlinDay(now), now))) ?? state;
  }
  shown.set(state?.plain.lastRecordedAt ?? '', (await show(journey)).json);
  return shown;
}

const histories = fc.sample(steps(25), { seed: 20261123, numRuns: 40 });
const seen = new Set<string>();

interface Told {
  tasks: { text?: string }[];
}

/** What a task says counts days from the reader's today, whatever was known then. */
const untold = (journey: Told) => ({
  ...journey,
  tasks: journey.tasks.map((task) => ({ ...task, text: undefined })),
});

describe('a journey as it was known at an instant', () => {
  it.each(histories.map((history, at) => [at + 1, history] as const))(
    'is what was shown right after it, all along history %i',
    async (_, history) => {
      const journey = randomUUID();
      const shown = await lived(journey, history);
      for (const [instant, then] of shown) {
        const asOf = await show(journey, instant);
        expect({ instant, status: asOf.status, journey: untold(asOf.json as Told) }).toEqual({
          instant,
          status: 200,
          journey: untold(then as Told),
        });
      }
      const [first = ''] = shown.keys();
      const before = new Date(Date.parse(first) - 1).toISOString();
      expect((await show(journey, before)).status).toBe(404);
      const { items } = (await get(`/journeys/${journey}/events?limit=200`, 'karl')).json;
      for (const { type } of items as { type: string }[]) seen.add(type);
      const instants = items.map(({ recordedAt }: { recordedAt: string }) => recordedAt);
      expect(new Set(shown.keys())).toEqual(new Set(instants));
    },
  );

  it('was so in histories of many kinds', () => {
    const kinds = [
      'ContactRecorded',
      'DeadlineMissed',
      'DocumentWithdrawn',
      'FlagCleared',
      'JourneyClosed',
      'JourneyReopened',
      'MessageSent',
      'MilestoneReached',
      'MilestoneWithdrawn',
      'ModuleChanged',
      'RenewalRequested',
      'TaskDone',
    ];
    expect(kinds.filter((kind) => !seen.has(kind))).toEqual([]);
  });
});
