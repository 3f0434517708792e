import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import { hearChanges } from '../support/change-stream.js';
import { eventually } from '../support/eventually.js';
import { startLotse, type RunningLotse } from '../support/running-lotse.js';
import { secondApi, secondWorker, type SecondProcess } from '../support/second-processes.js';
import { consentToReminders } from '../support/reminded.js';

// Forty seconds before a Wednesday begins in Berlin: with quiet hours off its rungs are due at midnight. Where the
// machine is slower than that, they are due a minute after the journey was opened.
const startedAt = '2026-12-01T22:59:20.000Z';
const eightWeeksLater = addDays('2026-12-02', 56);
const password = 'vier Wörter sind gut';

let lotse: RunningLotse;
let other: SecondProcess & { url: string };
let worker: SecondProcess;
let token: string;
let today: string;
/** Both APIs, the first that of `lotse`. */
let urls: [string, string];
let reminded: { id: string; email: string }[];

beforeAll(async () => {
  lotse = await startLotse({
    LOTSE_NOW: startedAt,
    LOTSE_QUIET_HOURS: 'off',
    LOTSE_OFFICE_PHONE: '0241 4710 99',
  });
  const [api, secondOfWorkers, shown] = await Promise.all([
    secondApi(lotse),
    secondWorker(lotse),
    lotse.account('koordination@example.org', 'coordinator'),
  ]);
  [other, worker, token] = [api, secondOfWorkers, shown];
  urls = [lotse.url, other.url];
  ({ today } = (await ask(0, 'GET', '/me')).json as { today: string });
  reminded = await Promise.all(Array.from({ length: 10 }, (_, nth) => openReminded(nth)));
}, 180_000);
afterAll(async () => {
  await Promise.all([other?.stop(), worker?.stop()]);
  await lotse?.remove();
}, 60_000);

interface Answer {
  status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked into by path
  json: any;
}

/** Asks one of the two APIs. */
async function ask(
  at: number,
  method: string,
  path: string,
  { body, headers = {} }: { body?: object; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const answer = await fetch(`${urls[at % 2]}/api/v1${path}`, {
    method,
    headers: {
      ...(headers['cookie'] === undefined && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, json: text ? JSON.parse(text) : undefined };
}

/** Says it, now at one and now at the other, until it was recorded: as a client does that has an Idempotency-Key. */
async function insist(at: number, path: string, body: object, key: string = randomUUID()): Promise<Answer> {
  const end = Date.now() + 60_000;
  for (let turn = at; ; turn += 1) {
    const answer = await ask(turn, 'POST', path, { body, headers: { 'idempotency-key': key } }).catch(
      () => undefined, // nobody listens, or the connection broke: whether it was recorded is not known
    );
    if (answer && answer.status < 300) return answer;
    const isOver = Date.now() > end || (answer && answer.status < 500 && answer.status !== 409);
    if (isOver) throw new Error(`${path} ended with ${answer?.status} ${JSON.stringify(answer?.json)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const opening = (email: string, familyName = 'Gebre', more: object = {}): object => ({
  commune: 'stolberg',
  participant: {
    givenName: 'Luwam',
    familyName,
    bornOn: '2005-02-03',
    language: 'de',
    email,
    channels: ['email'],
  },
  ...more,
});

/** Opens a journey whose first rung falls on the day that is about to begin. */
async function openReminded(nth: number): Promise<{ id: string; email: string }> {
  const email = `${randomUUID()}@example.org`;
  const document = { kind: 'toleration_60a', validUntil: eightWeeksLater };
  const opened = await insist(nth, '/journeys', opening(email, `Gebre${nth}`, { document }));
  const { id } = opened.json as { id: string };
  await insist(nth + 1, `/journeys/${id}/milestones`, consentToReminders(today));
  return { id, email };
}

async function query<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: lotse.run.databaseAdminUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

async function signIn(
  at: number,
  email: string,
  secret: string,
): Promise<{ status: number; cookie: string }> {
  const answer = await fetch(`${urls[at % 2]}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: secret }),
  });
  return { status: answer.status, cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

/** What follows from it holds at both after a second; a loaded machine may be as late again. */
const within = 2000;

describe('who works with two APIs behind one address', () => {
  const person = ['--name', 'Mara Beispiel', '--phone', '0241 4710 1', '--commune', 'stolberg'];
  beforeAll(() =>
    lotse.cli(
      ['user', 'add', '--email', 'mara@example.org', ...person, '--role', 'coach', '--password-stdin'],
      password,
    ),
  );

  it('signs in at one and works at the other; signed out at one she is out at both', async () => {
    const { cookie } = await signIn(0, 'mara@example.org', password);
    const headers = { cookie };
    for (const at of [0, 1]) expect((await ask(at, 'GET', '/me', { headers })).status).toBe(200);
    const signedOut = await ask(1, 'DELETE', '/session', { headers });
    expect(signedOut.status).toBe(204);
    expect((await ask(1, 'GET', '/me', { headers })).status).toBe(401);
    await eventually(async () => expect((await ask(0, 'GET', '/me', { headers })).status).toBe(401), within);
  });

  it('is what her account says, at both', async () => {
    const { cookie } = await signIn(0, 'mara@example.org', password);
    const headers = { cookie };
    const role = async (at: number) =>
      ((await ask(at, 'GET', '/me', { headers })).json as { role: string }).role;
    expect([await role(0), await role(1)]).toEqual(['coach', 'coach']);
    await query(`UPDATE access.account SET role = 'coordinator' WHERE email = 'mara@example.org'`);
    await eventually(
      async () => expect([await role(0), await role(1)]).toEqual(['coordinator', 'coordinator']),
      within,
    );
    await query(`UPDATE access.account SET disabled_at = now() WHERE email = 'mara@example.org'`);
    const statuses = () =>
      Promise.all([0, 1].map(async (at) => (await ask(at, 'GET', '/me', { headers })).status));
    await eventually(async () => expect(await statuses()).toEqual([401, 401]), within);
  });

  it('reads at one what was recorded at the other, at once, and finds it by name a moment later', async () => {
    const name = `Zukunft${randomUUID().slice(0, 8)}`;
    const { json } = await insist(0, '/journeys', opening(`${randomUUID()}@example.org`, name));
    expect((await ask(1, 'GET', `/journeys/${json.id}`)).json).toMatchObject({
      id: json.id,
      version: json.version,
    });
    await eventually(async () => {
      const found = (await ask(1, 'GET', `/journeys?q=${name}`)).json.items as { id: string }[];
      expect(found.map(({ id }) => id)).toEqual([json.id]);
    }, within);
  });

  it('has one effect and one answer where the same is sent to both at once', async () => {
    const key = randomUUID();
    const body = opening(`${randomUUID()}@example.org`, 'Einmal');
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, at) => insist(at, '/journeys', body, key)),
    );
    const [id, ...others] = new Set(answers.map(({ json }) => json.id as string));
    expect(others).toEqual([]);
    const path = `/journeys/${id}/contacts`;
    const contact = { on: today, channel: 'phone', direction: 'out', reached: false };
    const ifMatch = { 'if-match': '"1"' };
    const recorded = await Promise.all(
      [0, 1].map((at) => ask(at, 'POST', path, { body: contact, headers: ifMatch })),
    );
    // without a key both are commands, and one of them has seen an old journey
    expect(recorded.map(({ status }) => String(status)).toSorted()).toEqual(['201', '412']);
  });

  it('misses no change when her stream goes on at the other', async () => {
    const opened: string[] = [];
    const open = async (at: number): Promise<void> => {
      const { json } = await insist(at, '/journeys', opening(`${randomUUID()}@example.org`));
      opened.push(json.id as string);
    };
    const first = await hearChanges(urls[0], { token });
    /** Of the journeys opened here; others hear of their day's beginning meanwhile. */
    const told = (...streams: (typeof first)[]): string[] =>
      streams
        .flatMap(({ heard }) => heard.told.flatMap((change) => ('id' in change ? [change.id] : [])))
        .filter((id) => opened.includes(id));
    await open(0);
    await open(1);
    await eventually(() => expect(told(first)).toEqual(opened));
    await first.leave();
    await open(1);
    await open(0);
    const second = await hearChanges(urls[1], { token, lastEventId: first.lastId() });
    await open(0);
    await open(1);
    await eventually(() => expect(told(first, second).toSorted()).toEqual(opened.toSorted()));
    expect(second.heard.told).not.toContainEqual({ kind: 'everything' });
    await second.leave();
  });
});

describe('two hundred commands at both, of which one of each is killed', () => {
  it('are all recorded, once; every workflow hears of them, and every reminder leaves once', async () => {
    const commands = Array.from({ length: 200 }, (_, nth) => ({ nth, of: reminded[nth % 10] }));
    const contact = { on: today, channel: 'phone', direction: 'out', reached: false };
    const noted = (nth: number): object => ({ ...contact, note: `Versuch ${nth}` });
    let done = 0;
    const client = async (): Promise<void> => {
      for (let next = commands.shift(); next; next = commands.shift()) {
        const { json } = await insist(next.nth, `/journeys/${next.of?.id}/contacts`, noted(next.nth));
        expect(json.id).toBe(next.of?.id);
        done += 1;
        if (done === 60) for (const pid of lotse.pids('api/main.js')) process.kill(pid, 'SIGKILL');
        if (done === 120) worker.kill();
      }
    };
    await Promise.all(Array.from({ length: 12 }, client));

    const recorded = await query<{ id: string; count: number }>(
      `SELECT stream_id AS id, count(*)::int AS count FROM es.event WHERE type = 'ContactRecorded' AND stream_id = ANY($1)
        GROUP BY stream_id`,
      [reminded.map(({ id }) => id)],
    );
    expect(recorded.map(({ count }) => count)).toEqual(Array.from({ length: 10 }, () => 20));
    await eventually(async () => {
      const waiting = await query('SELECT FROM rm.journey WHERE armed_version < stream_version');
      expect(waiting).toEqual([]);
    }, 60_000);
    await eventually(async () => {
      const sent = await query(`SELECT FROM es.event WHERE type = 'MessageSent'`);
      expect(sent).toHaveLength(reminded.length);
    }, 240_000);
    for (const { email } of reminded) {
      const raw = lotse.mails().filter((mail) => mail.raw.includes(`To: ${email}`));
      const ids = raw.map((mail) => /^Message-ID: (.*)$/im.exec(mail.raw)?.[1]);
      expect(ids).toHaveLength(1);
    }
  }, 360_000);
});
