import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import { eventually } from '../support/eventually.js';
import { production } from '../support/production/production.js';

let lotse: Awaited<ReturnType<typeof production>>;
let token: string;
const today = berlinDay(new Date().toISOString());

beforeAll(async () => {
  lotse = await production();
  await untilWell();
  const who = ['--email', 'ki@example.org', '--name', 'Kim Beispiel', '--phone', '0241 000'];
  await lotse.cli('user', 'add', ...who, '--role', 'coordinator');
  token = (await lotse.cli('token', 'create', '--user', 'ki@example.org')).trim();
});
afterAll(() => lotse?.stop());

async function untilWell(): Promise<void> {
  await eventually(async () => {
    const health = (await (await fetch(`${lotse.url}/health/ready`)).json()) as object;
    expect(health).toMatchObject({ status: 'ok' });
  }, 120_000);
}

async function post(path: string, body: object): Promise<{ status: number; id: string }> {
  const answer = await fetch(`${lotse.url}/api/v1${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(body),
  });
  const { id = '' } = (await answer.json()) as { id?: string };
  return { status: answer.status, id };
}

/** Opens a journey whose reminder is due 15 to 60 seconds from now; gives the address. */
async function openReminded(): Promise<string> {
  const email = `${randomUUID()}@example.org`;
  const person = { givenName: 'Luwam', familyName: 'Gebre', bornOn: '2005-02-03', language: 'de' };
  const opened = await post('/journeys', {
    commune: 'stolberg',
    participant: { ...person, email, channels: ['email'] },
    document: { kind: 'toleration_60a', validUntil: addDays(today, 40) },
  });
  expect(opened.status).toBe(201);
  const data = { purposes: ['case_work', 'reminders'], language: 'de', form: 'paper', textVersion: '1' };
  const consent = { milestone: 'consent_given', on: today, data };
  expect((await post(`/journeys/${opened.id}/milestones`, consent)).status).toBe(201);
  return email;
}

const untilReminded = (email: string): Promise<void> =>
  eventually(() => expect(lotse.mail.mailsTo(email)).toHaveLength(1), 180_000);

describe('the services of docker-compose.yml, as processes of their own', () => {
  it('carry a journey from the click to the reminder', async () => {
    await untilReminded(await openReminded());
  });

  it('lose nothing when Temporal’s server stops while a timer runs, and its scripts can be run again', async () => {
    const email = await openReminded();
    await lotse.running.temporal?.stop('SIGKILL');
    const meanwhile = await openReminded();
    await lotse.script('temporal-schema');
    await lotse.start.temporal();
    await lotse.script('temporal-namespace');
    await Promise.all([untilReminded(email), untilReminded(meanwhile)]);
    await untilWell();
  });

  it('lose nothing when PostgreSQL starts again, under Temporal too', async () => {
    const email = await openReminded();
    await lotse.stopPostgres();
    expect((await fetch(`${lotse.url}/health/ready`)).status).toBe(503);
    await lotse.start.postgres();
    await untilReminded(email);
    await untilWell();
    for (const { runs, said } of [lotse.running.api, lotse.running.worker].flatMap((each) => each ?? [])) {
      expect([runs(), said()]).toEqual([true, expect.stringContaining('"process"')]);
    }
  });

  it('names nobody in what they write', () => {
    const { api, worker, temporal } = lotse.running;
    expect([api, worker, temporal].map((each) => each?.said()).join('\n')).not.toMatch(/Luwam|Gebre/);
  });
});
