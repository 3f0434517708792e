import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import pg from 'pg';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import type { Health } from '../../contract/routes/health.js';
import { eventually } from '../support/eventually.js';
import { startLotse, type RunningLotse } from '../support/running-lotse.js';
import { smallDisk, type SmallDisk } from '../support/small-disk.js';
import { consentToReminders, remindable } from '../support/reminded.js';

let disk: SmallDisk;
let lotse: RunningLotse;
let token: string;
const today = berlinDay(new Date().toISOString());

beforeAll(async () => {
  const made = smallDisk(300);
  if (!made)
    throw new Error('This needs a small file system: run it as root, or where sudo asks for nothing.');
  disk = made;
  mkdirSync(join(disk.dir, 'data'));
  lotse = await startLotse(
    { LOTSE_QUIET_HOURS: 'off', LOTSE_OFFICE_PHONE: '0241 4710 99' },
    join(disk.dir, 'data'),
  );
  token = await lotse.account('koordination@example.org', 'coordinator');
}, 240_000);
afterAll(async () => {
  disk?.makeRoom();
  await lotse?.stop();
  disk?.remove();
}, 60_000);

/** What was answered: the status and code, or that nobody answered. */
interface Said {
  key: string;
  path: string;
  body: object;
  status: number;
  code?: string;
}

async function say(
  path: string,
  body: object,
  key: string = randomUUID(),
): Promise<Said & { json: { id: string } }> {
  const answer = await lotse
    .call(token, 'POST', path, body, { 'idempotency-key': key })
    .catch(() => ({ status: 0, json: {} as { id: string; code?: string } }));
  return {
    key,
    path,
    body,
    status: answer.status,
    json: answer.json,
    ...(answer.json.code && { code: answer.json.code }),
  };
}

async function health(): Promise<Health> {
  const body = (await (await fetch(`${lotse.url}/health/ready`)).json()) as Health;
  return body;
}

const opening = (email: string) => remindable(email, addDays(today, 40));

/** Has the database write much of its log of changes, for which it needs files; it ends where it can't have them. */
async function writeMuch(): Promise<void> {
  const client = new pg.Client(lotse.run.databaseAdminUrl);
  client.on('error', () => undefined);
  await client.connect();
  const message = `SELECT pg_logical_emit_message(true, 'test', repeat('x', 4000000)) FROM generate_series(1, 60)`;
  await expect(client.query(message)).rejects.toThrow();
  await client.end().catch(() => undefined);
}

async function papersOf(journey: string): Promise<string[]> {
  const { json } = await lotse.call(token, 'GET', `/journeys/${journey}/events?limit=200`);
  return (json.items as { type: string }[])
    .map(({ type }) => type)
    .filter((type) => type === 'DocumentRecorded');
}

it('on a full disk nothing that was acknowledged is lost, and with room everything goes on by itself', async () => {
  const email = `${randomUUID()}@example.org`;
  const opened = await say('/journeys', opening(email));
  expect(opened.status).toBe(201);
  const { id } = opened.json;
  expect((await say(`/journeys/${id}/milestones`, consentToReminders(today))).status).toBe(201);

  const said: Said[] = [];
  disk.fill();
  const end = Date.now() + 45_000;
  for (let day = 41; Date.now() < end; day += 1) {
    if (day === 50) await writeMuch(); // until not even the log of changes can be written: the server has to end
    said.push(
      await say(`/journeys/${id}/documents`, {
        kind: 'toleration_60a',
        validUntil: addDays(today, 41 + (day % 300)),
      }),
    );
    disk.fill();
    await new Promise((resolve) => setTimeout(resolve, 1500));
  }
  const codes = new Set(said.map(({ status, code }) => `${status} ${code ?? ''}`.trim()));
  expect([...codes].toSorted()).toEqual(['503 database-unavailable', '507 database-full']);
  await eventually(async () => {
    expect((await health()).notices).toContainEqual(expect.objectContaining({ code: 'disk_full' }));
  });
  const refusedMail = createTransport(lotse.run.smtpUrl).sendMail({
    from: 'a@example.org',
    to: 'b@example.org',
    subject: 'x',
    text: 'y'.repeat(200_000),
    messageId: '<full@example.org>',
  });
  await expect(refusedMail).rejects.toMatchObject({ responseCode: 451 });

  disk.makeRoom();
  await eventually(async () => {
    const { status, parts, notices } = await health();
    expect({ status, parts, notices }).toMatchObject({ status: 'ok' });
  }, 240_000);
  const acknowledged = said.filter(({ status }) => status === 201).length;
  const recorded = (await papersOf(id)).length - 1;
  expect(recorded).toBeGreaterThanOrEqual(acknowledged);
  for (const { path, body, key } of said) expect((await say(path, body, key)).status).toBe(201);
  expect(await papersOf(id)).toHaveLength(1 + said.length);
  await eventually(() => {
    const to = lotse.mails().filter(({ raw }) => raw.includes(`To: ${email}`));
    expect(to).toHaveLength(1);
  }, 180_000);
  expect(lotse.mails().filter(({ raw }) => raw.includes('<full@example.org>'))).toEqual([]);
}, 900_000);
