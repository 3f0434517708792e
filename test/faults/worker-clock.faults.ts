import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import type { Health } from '../../contract/routes/health.js';
import { eventually } from '../support/eventually.js';
import { startLotse, type RunningLotse } from '../support/running-lotse.js';
import { shiftedWorkerClock } from '../support/shifted-clock.js';
import { consentToReminders, remindable } from '../support/reminded.js';

const dayMs = 86_400_000;
const today = berlinDay(new Date().toISOString());
const dir = mkdtempSync(join(tmpdir(), 'lotse-clock-'));
const offsetFile = join(dir, 'offset');
const setWorkerClock = (aheadMs: number): void => writeFileSync(offsetFile, String(aheadMs));

let lotse: RunningLotse;
let token: string;
beforeAll(async () => {
  setWorkerClock(dayMs);
  lotse = await startLotse({
    LOTSE_QUIET_HOURS: 'off', // a late fact's reminder is due 15 to 60 seconds after it
    LOTSE_OFFICE_PHONE: '0241 4710 99',
    ...shiftedWorkerClock(offsetFile),
  });
  token = await lotse.account('koordination@example.org', 'coordinator');
}, 240_000);
afterAll(async () => {
  await lotse?.remove();
  rmSync(dir, { recursive: true, force: true });
}, 60_000);

interface Recorded {
  type: string;
  recordedAt: string;
}

/** Opens the journey of somebody who is reminded soon; gives its id. */
async function openReminded(email: string): Promise<string> {
  const opened = await lotse.call(token, 'POST', '/journeys', remindable(email, addDays(today, 40)));
  expect(opened.status).toBe(201);
  const { id } = opened.json as { id: string };
  expect(
    (await lotse.call(token, 'POST', `/journeys/${id}/milestones`, consentToReminders(today))).status,
  ).toBe(201);
  return id;
}

const mailsTo = (email: string): string[] =>
  lotse.mails().flatMap(({ raw }) => (raw.includes(`To: ${email}`) ? [raw] : []));

/** When the reminder was planned for, as it stands before it is sent. */
async function plannedFor(id: string): Promise<number> {
  const { json } = await lotse.call(token, 'GET', `/journeys/${id}/messages?limit=200`);
  const planned = (json.items as { to: string; state: string; plannedFor: string }[]).filter(
    ({ to, state }) => to === 'participant' && state === 'planned',
  );
  return Math.min(...planned.map(({ plannedFor: at }) => Date.parse(at)));
}

describe.each([
  ['a day ahead', dayMs],
  ['a day behind', -dayMs],
  ['set right again', 0],
])('with a worker whose clock is %s', (_, aheadMs) => {
  it('what is due happens at its instant by the database’s clock, once, and is recorded by it', async () => {
    setWorkerClock(aheadMs);
    const email = `${randomUUID()}@example.org`;
    const began = Date.now();
    const id = await openReminded(email);
    const due = await plannedFor(id);
    expect(due).toBeGreaterThan(began);
    await eventually(() => expect(mailsTo(email)).toHaveLength(1), 180_000);
    const ended = Date.now();
    const { json } = await lotse.call(token, 'GET', `/journeys/${id}/events?limit=200`);
    const events = json.items as Recorded[];
    const sending = events.filter(({ type }) => type === 'MessageSending');
    expect(sending).toHaveLength(1);
    const sentAt = Date.parse(sending[0]?.recordedAt ?? '');
    expect(sentAt).toBeGreaterThanOrEqual(due);
    expect(sentAt).toBeLessThan(due + 60_000);
    for (const { recordedAt } of events) {
      expect(Date.parse(recordedAt)).toBeGreaterThanOrEqual(began - 1000);
      expect(Date.parse(recordedAt)).toBeLessThanOrEqual(ended + 1000);
    }
    const date = Date.parse(/^Date: (.*)$/m.exec(mailsTo(email)[0] ?? '')?.[1] ?? '');
    expect(Math.abs(date - sentAt)).toBeLessThan(60_000);
    await eventually(async () => {
      const { parts, notices } = (await (await fetch(`${lotse.url}/health/ready`)).json()) as Health;
      expect(parts).toMatchObject({ worker: 'up', relay: 'up', temporal: 'up' });
      const told = notices.filter(({ code }) => code === 'clock_differs');
      expect(told.length).toBe(aheadMs === 0 ? 0 : 1);
    }, 60_000);
    await new Promise((resolve) => setTimeout(resolve, 5000));
    expect(mailsTo(email)).toHaveLength(1);
  }, 300_000);
});
