import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { eventually } from '../support/eventually.js';
import { startLotse, type RunningLotse } from '../support/running-lotse.js';
import { p99, threeWriters, type Measured } from './three-writers.js';

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

describe.each(Object.entries(ways))('when Temporal %s for five minutes under load', (name, beAway) => {
  it('no command fails, all are as fast, and within a minute every timer is right', async () => {
    const writers = threeWriters(lotse, token);
    await wait(minute);
    const from = Date.now();
    const until = from + awayMinutes * minute;
    await beAway(until);
    const back = Date.now();
    const during = writers.calls.filter(({ at }) => at >= from && at < until);
    await eventually(() => fetchOk(), minute); // the last start of a Temporal that was killed has its own pause
    const answering = Date.now();
    await eventually(async () => expect(await behind(answering)).toEqual({ unarmed: 0, overdue: 0 }), minute);
    const rightAfter = Date.now() - answering;
    await writers.stop();

    expect(during.filter(({ status }) => status < 200 || status >= 300)).toEqual([]);
    const before = writers.calls.filter(({ at }) => at < from);
    const ms = (kind: Measured['kind'], calls: readonly Measured[]) =>
      p99(calls.filter((call) => call.kind === kind));
    process.stdout.write(
      `Temporal ${name}: ${during.length} calls in ${awayMinutes} minutes, none failed; ` +
        (['command', 'read'] as const)
          .map((kind) => `p99 of ${kind}s ${ms(kind, before)} ms before, ${ms(kind, during)} ms meanwhile`)
          .join('; ') +
        `; it answered ${answering - back} ms after its return, all timers were right ${rightAfter} ms later\n`,
    );
    // A machine that others load too: twice the time, and a tenth of a second that nobody feels.
    for (const kind of ['command', 'read'] as const)
      expect(ms(kind, during)).toBeLessThan(2 * ms(kind, before) + 100);
    // The last ones' reminders are due up to a minute after consent.
    await eventually(() => assertMails(writers.journeys), 3 * minute);
  });
});

async function fetchOk(): Promise<void> {
  const { parts } = (await (await fetch(`${lotse.url}/health/ready`)).json()) as { parts: object };
  expect(parts).toMatchObject({ temporal: 'up', relay: 'up', worker: 'up' });
}
