import type { WorkflowHandle } from '@temporalio/client';
import { journeyWorld } from '../../test/support/journey-world.js';
import { cast } from '../../test/years/cast/index.js';
import { instantOf } from '../../test/years/days.js';
import { Life, type Lifetime } from '../../test/years/live.js';
import * as period from '../../test/years/script/period.js';
import { measured, type Size } from '../measurement.js';
import { withPostgres } from '../support/own-postgres.js';
import { quietTemporal } from '../support/quiet-temporal.js';
import type { Topic } from '../topic.js';

/** How many of the cast of test/years live how long: two years of all take a quarter of an hour. */
const lives: Readonly<Record<Size, { people: number; end: string }>> = {
  smoke: { people: 2, end: `${period.dayAt(30)} 12:00` },
  short: { people: 8, end: period.end },
  full: { people: cast.length, end: period.end },
};

/** What two years leave in Temporal, on the server that skips the time in which nothing happens. */
export const historyTwoYears: Topic = {
  name: 'history-two-years',
  title: 'the histories of journeys after two simulated years',
  async measure(size) {
    quietTemporal();
    const histories = await withPostgres((server) => historiesOf(server, size));
    const runs = histories.flat();
    return {
      measurements: [
        measured('history_events_two_years', 'events a run', Math.max(...runs.map(({ events }) => events)), {
          atMost: 200,
        }),
        measured(
          'history_runs_two_years',
          'runs',
          histories.map((each) => each.length),
        ),
        measured(
          'history_bytes_two_years',
          'bytes',
          histories.map((each) => each.reduce((sum, { bytes }) => sum + bytes, 0)),
        ),
      ],
    };
  },
};

interface Run {
  events: number;
  bytes: number;
}

/** Each journey's runs. */
async function historiesOf(server: { url: string; adminUrl: string }, size: Size): Promise<Run[][]> {
  const { people, end } = lives[size];
  const world = await journeyWorld({ server, from: instantOf(`${period.firstDay} 11:55`) });
  try {
    const lifetime: Lifetime = { end, ...(end === period.end && { newRuleAt: period.newRuleAt }) };
    const until = cast
      .slice(0, people)
      .map((one) => ({ ...one, facts: one.facts.filter(({ at }) => at < end) }));
    const life = await Life.of(world, until, lifetime);
    const histories: Run[][] = [];
    for (const { id } of life.people) histories.push(await runsOf((run) => world.handle(id, run)));
    return histories;
  } finally {
    await world.end();
  }
}

/** From the newest run back to the first: each says which one it continues. */
async function runsOf(handle: (run?: string) => WorkflowHandle): Promise<Run[]> {
  const runs: Run[] = [];
  for (let run: string | undefined, isFirst = true; isFirst || run; isFirst = false) {
    const history = await handle(run).fetchHistory();
    const { events } = history;
    runs.push({ events: events?.length ?? 0, bytes: bytesOf(history) });
    run = events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
  }
  return runs;
}

/** As Temporal sends it; the message's own class, which the SDK does not hand out, can encode it. */
function bytesOf(history: object): number {
  const message = history.constructor as unknown as { encode(of: object): { finish(): Uint8Array } };
  return message.encode(history).finish().length;
}
