import { measured, type Measurement, type Size } from '../measurement.js';
import { cpuBetween, cpuSeconds } from '../support/cpu.js';
import { meanwhile } from '../support/meanwhile.js';
import {
  allAtMidnight,
  at,
  caughtMails,
  eightWeeksFromThen,
  importedAt,
  importedOn,
  startBeforeMidnight,
  theDay,
  untilSent,
} from '../support/morning.js';
import { openJourneys, type OpenJourneys } from '../support/open-journeys.js';
import { percentile } from '../support/steady-rate.js';
import type { Topic } from '../topic.js';

const journeys: Readonly<Record<Size, number>> = { smoke: 20, short: 400, full: 10_000 };

/** The half hour over which a morning is spread (domain/deadlines/windows.ts), in seconds. */
const windowSeconds = 30 * 60;
/** So many show how they are spread. */
const spreadOver = 400;

/** The reminders of one morning: as they are planned, and as fast as they can leave where all are due at one instant. */
export const reminders: Topic = {
  name: 'reminders',
  title: 'the reminders of one morning, all due at one instant, handed to SMTP',
  async measure(size, tell) {
    const spread = await spreadShare(Math.min(journeys[size], spreadOver));
    const open = await everybodyDue(journeys[size], allAtMidnight(importedAt));
    try {
      tell(`${open.ids.length} reminders are planned`);
      await startBeforeMidnight(open, 100);
      const before = cpuSeconds(open.lotse.run.pid);
      const sending = untilSent(open, open.ids.length);
      const reads = await readsDuring(open, sending);
      const cpu = cpuBetween(before, cpuSeconds(open.lotse.run.pid));
      return {
        measurements: [
          measured('reminders_per_second', '/s', await perSecond(open), { atLeast: 40 }),
          ...(['worker', 'Temporal', 'PostgreSQL'] as const).map((part) =>
            measured(`reminders_cpu_${part.toLowerCase()}_ms`, 'ms', (cpu[part] * 1000) / open.ids.length),
          ),
          measured('reminders_missing', 'mails', open.ids.length - (await sending), { atMost: 0 }),
          ...caught(open),
          measured('reminders_spread_share', 'of the window', spread, { atLeast: 0.8 }),
          measured('reminders_read_p99_ms', 'ms', percentile(reads, 0.99), { atMost: 100 }),
        ],
      };
    } finally {
      await open.close();
    }
  },
};

const caught = (open: OpenJourneys): Measurement[] => {
  const { once, again } = caughtMails(open);
  return [
    measured('reminders_caught', 'mails', once),
    measured('reminders_twice', 'mails', again, { atMost: 0 }),
  ];
};

/** Everybody is to be reminded on the day. */
const everybodyDue = (count: number, env: Readonly<Record<string, string>>): Promise<OpenJourneys> =>
  openJourneys(count, { env, today: importedOn, validForDays: () => eightWeeksFromThen });

/** Which share of the window lies between the first and the last planned reminder of so many, with quiet hours. */
async function spreadShare(count: number): Promise<number> {
  const open = await everybodyDue(count, at(importedAt));
  try {
    const { rows } = await open.db.query<{ seconds: number }>(
      `SELECT extract(epoch FROM max(planned_for) - min(planned_for))::float8 AS seconds FROM rm.message
        WHERE recipient = 'participant' AND planned_for BETWEEN $1::date AND $1::date + 1`,
      [theDay],
    );
    return (rows[0]?.seconds ?? 0) / windowSeconds;
  } finally {
    await open.close();
  }
}

/** By the log's own clock, from the first to the last. */
async function perSecond({ db }: OpenJourneys): Promise<number> {
  const { rows } = await db.query<{ rate: number }>(
    `SELECT (count(*) - 1) / extract(epoch FROM max(recorded_at) - min(recorded_at))::float8 AS rate
       FROM es.event WHERE type = 'MessageSent'`,
  );
  return rows[0]?.rate ?? Number.NaN;
}

const readEveryMs = 50;

/** Milliseconds of a coach's reads, twenty a second, until the work is done: now a journey, now a page of the list. */
async function readsDuring({ caller, ids }: OpenJourneys, work: Promise<unknown>): Promise<number[]> {
  const found: number[] = [];
  await meanwhile(work, readEveryMs, async (index) => {
    const path = index % 2 === 0 ? `/journeys/${ids[index % ids.length]}` : '/journeys?limit=50';
    const began = performance.now();
    const { status } = await caller.call('GET', path);
    if (status !== 200) throw new Error(`${path} was answered with ${status}`);
    found.push(performance.now() - began);
  });
  return found;
}
