import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import { eventually } from '../support/eventually.js';
import { startLotse, type Answer, type RunningLotse } from '../support/running-lotse.js';
import { consentToReminders, remindable } from '../support/reminded.js';

let lotse: RunningLotse;
let token: string;
const today = berlinDay(new Date().toISOString());

// Quiet hours off: the reminder of a late fact is due 15 to 60 seconds after it, and may fall into any outage.
beforeAll(async () => {
  lotse = await startLotse({ LOTSE_QUIET_HOURS: 'off', LOTSE_OFFICE_PHONE: '0241 4710 99' });
  token = await lotse.account('koordination@example.org', 'coordinator');
}, 180_000);
afterAll(() => lotse.remove(), 60_000);

/** What each part is called in the list of processes. */
const parts = {
  API: 'api/main.js',
  worker: 'src/worker.js',
  PostgreSQL: '/postgres',
  Temporal: 'start-dev',
} as const;

/** Says it until it is answered, as a client does that has an Idempotency-Key: errors and silence are said again. */
async function insist(path: string, body: object, key = randomUUID()): Promise<Answer> {
  const end = Date.now() + 60_000;
  for (;;) {
    try {
      const answer = await lotse.call(token, 'POST', path, body, { 'idempotency-key': key });
      if (answer.status < 500) return answer;
    } catch {
      // nobody listens, or the connection broke: whether it was recorded is not known
    }
    if (Date.now() > end) throw new Error(`No answer to ${path} within a minute`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Opens a journey whose reminder is due 15 to 60 seconds from now; gives its id and address. */
async function openReminded(): Promise<{ id: string; email: string }> {
  const email = `${randomUUID()}@example.org`;
  const opened = await insist('/journeys', remindable(email, addDays(today, 40)));
  expect(opened.status).toBe(201);
  const { id } = opened.json as { id: string };
  const consent = await insist(`/journeys/${id}/milestones`, consentToReminders(today));
  expect(consent.status).toBe(201);
  return { id, email };
}

async function eventTypes(id: string): Promise<string[]> {
  const { json } = await lotse.call(token, 'GET', `/journeys/${id}/events?limit=200`);
  return (json.items as { type: string }[]).map(({ type }) => type);
}

const mailsTo = (email: string): number =>
  lotse.mails().filter(({ raw }) => raw.includes(`To: ${email}`)).length;

async function untilAnswering(): Promise<void> {
  await eventually(async () => {
    const ready = (await (await fetch(`${lotse.url}/health/ready`)).json()) as { status: string };
    expect(ready.status).toBe('ok');
  }, 60_000);
}

describe.each(Object.entries(parts))('when %s is killed', (name, word) => {
  it('everything that was answered is there once, and the timer still fires', async () => {
    const { id, email } = await openReminded();
    const answered: string[] = [];
    const writing = (async () => {
      for (let day = 41; day < 53; day += 1) {
        const validUntil = addDays(today, day);
        const answer = await insist(`/journeys/${id}/documents`, { kind: 'toleration_60a', validUntil });
        expect(answer.status).toBe(201);
        answered.push(validUntil);
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
    })();
    await new Promise((resolve) => setTimeout(resolve, 700));
    const pids = lotse.pids(word);
    expect(pids.length).toBeGreaterThan(0);
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    await writing;

    await untilAnswering();
    const recorded = (await eventTypes(id)).filter((type) => type === 'DocumentRecorded');
    expect(recorded).toHaveLength(1 + answered.length);
    await eventually(() => expect(mailsTo(email)).toBeGreaterThanOrEqual(1), 120_000);
    expect(lotse.screen()).toMatch(new RegExp(`${name}|mail|api|worker`, 'i'));
  }, 240_000);
});

describe('when Temporal is away for a minute', () => {
  it('commands go on, and afterwards the timers are right', async () => {
    const pids = lotse.pids(parts.Temporal);
    for (const pid of pids) process.kill(pid, 'SIGSTOP');
    try {
      const began = Date.now();
      const { id, email } = await openReminded();
      expect(Date.now() - began).toBeLessThan(2000);
      await new Promise((resolve) => setTimeout(resolve, 60_000 - (Date.now() - began)));
      expect(mailsTo(email)).toBe(0);
      expect(await eventTypes(id)).not.toContain('MessageSending');
      for (const pid of pids) process.kill(pid, 'SIGCONT');
      await eventually(() => expect(mailsTo(email)).toBe(1), 120_000);
    } finally {
      for (const pid of pids) process.kill(pid, 'SIGCONT');
    }
  }, 240_000);
});
