import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { eventually } from '../support/eventually.js';
import { startLotse, type RunningLotse } from '../support/running-lotse.js';
import { p99, threeWriters, type Measured, type Writers } from './three-writers.js';

const minute = 60_000;
const awayMinutes = 5;

let lotse: RunningLotse;
let token: string;
let database: pg.Client;

beforeAll(async () => {
  lotse = await startLotse({ LOTSE_QUIET_HOURS: 'off', LOTSE_OFFICE_PHONE: '0241 4710 99' });
  token = await lotse.account('koordination@example.org', 'coordinator');
  database = new pg.Client({ connectionString: lotse.run.databaseAdminUrl });
  await database.connect();
}, 180_000);
afterAll(async () => {
  await database?.end();
  await lotse?.remove();
}, 60_000);

const temporals = (): number[] => lotse.pids('start-dev');
const signal = (name: NodeJS.Signals): void => {
  for (const pid of temporals()) process.kill(pid, name);
};

/** The two ways of being away: it stands still and keeps its connections, or is killed whenever it comes back. */
const ways = {
  'stands still': async (until: number) => {
    signal('SIGSTOP');
    await wait(until - Date.now());
    signal('SIGCONT');
  },
  'is killed whenever it starts': async (until: number) => {
    while (Date.now() < until) {
      signal('SIGKILL');
      await wait(200);
    }
  },
};

/** What is not as it has to be of all that was recorded or due before an instant: not told, armed too late, not carried out. */
async function behind(since: number): Promise<{ unarmed: number; overdue: number }> {
  const { rows } = await database.query<{ unarmed: number; overdue: number }>(
    `SELECT count(*) FILTER (WHERE armed_version < stream_version AND recorded_at < $1
                                OR armed_version = stream_version AND armed_for IS DISTINCT FROM next_due
                                   AND (armed_for IS NULL OR next_due < armed_for))::int AS unarmed,
            count(*) FILTER (WHERE next_due < $1)::int AS overdue FROM rm.journey`,
    [new Date(since)],
  );
  return rows[0] ?? { unarmed: -1, overdue: -1 };
}

/** How often each mail left, by its Message-ID. */
function mailsById(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { raw } of lotse.mails()) {
    const id = /^Message-ID: (.*)$/im.exec(raw)?.[1] ?? '';
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Nobody who is due to be reminded stays without a mail, and none was sent twice. */
async function assertMails(journeys: readonly string[]): Promise<void> {
  const twice = [...mailsById()].filter(([, count]) => count > 1);
  expect(twice).toEqual([]);
  const { rows } = await database.query<{ journey: string }>(
    `SELECT DISTINCT stream_id AS journey FROM es.event WHERE type = 'MessageSent' AND stream_id = ANY($1)`,
    [journeys],
  );
  expect(rows.length).toBe(journeys.length);
}

/** Whether Temporal answers, and is told again. */
async function assertReached(): Promise<void> {
  const { parts } = (await (await fetch(`${lotse.url}/health/ready`)).json()) as { parts: object };
  expect(parts).toMatchObject({ temporal: 'up', relay: 'up', worker: 'up' });
}

/** What was measured, in a line. */
function lineOf(name: string, { before, during }: Phases, reachedMs: number, rightMs: number): string {
  const times = kinds.map(
    (kind) => `p99 of ${kind}s ${p99Of(kind, before)} ms before, ${p99Of(kind, during)} ms meanwhile`,
  );
  return (
    `Temporal ${name} for ${awayMinutes} minutes: ${during.length} calls meanwhile, none failed; ${times.join('; ')}; ` +
    `it was reached ${reachedMs} ms after its return, and ${rightMs} ms later every timer was right\n`
  );
}

type Phases = Record<'before' | 'during', Measured[]>;
const kinds = ['command', 'read'] as const;
const p99Of = (kind: Measured['kind'], calls: Measured[]): number =>
  p99(calls.filter((call) => call.kind === kind));

describe.each(Object.entries(ways))('when Temporal %s for five minutes under load', (name, beAway) => {
  let writers: Writers;
  beforeEach(() => {
    writers = threeWriters(lotse, token);
  });
  afterEach(() => writers.stop());

  it('no command fails, all are as fast, and then every timer is right', async () => {
    await wait(minute);
    const from = Date.now();
    const until = from + awayMinutes * minute;
    await beAway(until);
    const back = Date.now();
    await eventually(assertReached, minute); // one that was killed is started after a pause
    const reached = Date.now();
    await eventually(async () => expect(await behind(reached)).toEqual({ unarmed: 0, overdue: 0 }), minute);
    const right = Date.now();
    await writers.stop();

    const during = writers.calls.filter(({ at }) => at >= from && at < until);
    const before = writers.calls.filter(({ at }) => at < from);
    process.stdout.write(lineOf(name, { before, during }, reached - back, right - reached));
    expect(during.filter(({ status }) => status < 200 || status >= 300)).toEqual([]);
    // A machine that others load too: twice the time, and a tenth of a second that nobody feels.
    for (const kind of kinds) expect(p99Of(kind, during)).toBeLessThan(2 * p99Of(kind, before) + 100);
    // The last ones' reminders are due up to a minute after consent.
    await eventually(() => assertMails(writers.journeys), 3 * minute);
  });
});
