import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { berlinTime } from '../../domain/deadlines/berlin.js';
import { calendar } from '../../domain/deadlines/calendar.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import { addAccount } from '../../src/access/add-account.js';
import { noticesUrgent } from '../../workflows/messages.js';
import { eventually } from '../support/eventually.js';
import { journeyWorld, type JourneyWorld, type SentMail } from '../support/journey-world.js';

let world: JourneyWorld;
let coach: string;

// The world begins on the day of this run; its workflow is started when the days come on which it is tried.
beforeAll(async () => {
  world = await journeyWorld();
  const person = { email: 'mara@example.org', name: 'Mara Beispiel', phone: '0241 4710 0', role: 'coach' };
  coach = (await addAccount(world.sql, person, [])).id;
}, 120_000);
beforeEach(() => {
  world.failures.length = 0;
});
afterAll(() => world.end(), 60_000);

const { isOfficeDay } = calendar('NRW');
const letters = (): SentMail[] => world.mailsToStaff('mara@example.org');
const telling = (journey: string): SentMail[] =>
  letters().filter(({ text }) => text.includes(`/journeys/${journey}`));
const open = (validForDays: number): Promise<string> => world.open({ validForDays, coach, consents: false });

/** Sleeps to an hour of the first day from tomorrow on that is as wanted. */
async function sleepTo(hour: number, wanted: (day: string) => boolean = isOfficeDay): Promise<void> {
  const { day, hour: now, minute } = berlinTime(await world.now());
  let days = 1;
  while (!wanted(addDays(day, days))) days += 1;
  await world.pass(`${days * 24 * 60 + (hour - now) * 60 - minute} minutes`);
}

const officeDay = (day: string, step: 1 | -1): string =>
  isOfficeDay(day) ? day : officeDay(addDays(day, step), step);

describe('the workflow of the staff’s mail', () => {
  it('has one mail sent at 07:30 of every working morning, none on weekends, holidays and over the years', async () => {
    await sleepTo(12, (day) => day.slice(5) >= '12-15' && day.slice(5) < '12-19' && isOfficeDay(day));
    await world.wakeStaffMail();
    const today = await world.today();
    const end = addDays(today, 19);
    // rungs for the coach eight and six weeks before the paper's day: the first on each of the next seventeen days
    const rungs = Array.from({ length: 17 }, (_, index) => addDays(today, index + 1));
    const wanted = new Map<string, string[]>();
    for (const [index, rung] of rungs.entries()) {
      const journey = await open(57 + index);
      for (const day of [rung, addDays(rung, 14)]) {
        const before = officeDay(day, -1); // the working day before, where the office is closed
        const morning = before > today ? before : officeDay(addDays(today, 1), 1);
        if (morning <= end) wanted.set(morning, [...(wanted.get(morning) ?? []), journey]);
      }
    }
    expect(rungs.filter((day) => !isOfficeDay(day)).length).toBeGreaterThan(8);
    await world.pass('19 days');

    const told = letters().map(({ at, text }) => ({ ...berlinTime(at), text }));
    expect(told.map(({ day }) => day)).toEqual([...wanted.keys()].sort());
    for (const { day, hour, minute, text } of told) {
      expect([day, hour, minute]).toEqual([day, 7, 30]);
      const journeys = [...text.matchAll(/\/journeys\/(\S+)/g)].map(([, journey = '']) => journey);
      expect(journeys.sort()).toEqual(wanted.get(day)?.sort());
    }
    expect(new Set(letters().map(({ key }) => key)).size).toBe(told.length);
    expect(world.failures).toEqual([]);
  }, 240_000);

  it('is woken by what is grave within office hours', async () => {
    await sleepTo(10);
    const journey = await open(5); // a flag of severity 3
    await world.pass('90 seconds');
    await eventually(async () => {
      await world.wakeStaffMail();
      expect(telling(journey)).toHaveLength(1);
    });
    const [letter] = telling(journey);
    expect(letter?.subject).toBe('Bitte heute ansehen');
    expect(berlinTime(letter?.at ?? '')).toMatchObject({ day: await world.today(), hour: 10 });
  }, 60_000);

  it('lets what is grave wait for the morning outside of office hours', async () => {
    await sleepTo(20);
    const journey = await open(5);
    await world.pass('2 minutes');
    await world.wakeStaffMail();
    await sleepTo(8);
    const [letter, ...more] = telling(journey);
    expect(more).toEqual([]);
    expect(letter?.subject).toMatch(/^\d+ Hinweise? aus Lotse$/);
    expect(berlinTime(letter?.at ?? '')).toMatchObject({ hour: 7, minute: 30 });
  }, 60_000);

  it('tries again while the SMTP server is away, under the same key', async () => {
    await sleepTo(12);
    const journey = await open(56); // a rung that has just passed: told the next working morning
    world.answers.push({ state: 'deferred', why: 'smtp_451' }, { state: 'deferred', why: 'smtp_451' });
    await sleepTo(9);
    const [letter, ...more] = telling(journey);
    expect(more).toEqual([]);
    expect(berlinTime(letter?.at ?? '')).toMatchObject({ hour: 7, minute: 33 });
    expect(world.failures).toEqual([]);
  }, 60_000);

  it('repeats a mail once, five minutes later, when nobody has recorded that it left', async () => {
    await sleepTo(12);
    const journey = await open(56);
    world.answers.push('dies');
    await sleepTo(9);
    const [first, second, ...more] = telling(journey);
    expect(more).toEqual([]);
    expect(second).toEqual({ ...first, at: second?.at });
    expect(berlinTime(second?.at ?? '')).toMatchObject({ hour: 7, minute: 35 });
    expect(world.failures).toHaveLength(1);
  }, 60_000);

  it('continues as new well under 200 events, and the morning after it still comes', async () => {
    const { runId } = await world.staffMail.describe();
    for (let times = 0; times < 30; times += 1) {
      await world.staffMail.signal(noticesUrgent, { generation: 1 });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const description = await world.staffMail.describe();
    expect(description.runId).not.toBe(runId);
    expect(description.historyLength).toBeLessThan(200);
    await sleepTo(12);
    const journey = await open(56);
    await sleepTo(9);
    expect(telling(journey)).toHaveLength(1);
  }, 60_000);

  it('adopts a higher generation, and hears no lower one', async () => {
    world.raiseGeneration();
    await world.wakeStaffMail();
    await world.staffMail.signal(noticesUrgent, { generation: 1 });
    await sleepTo(12);
    const journey = await open(56);
    await sleepTo(9);
    expect(telling(journey)).toHaveLength(1);
    expect((await world.staffMail.describe()).status.name).toBe('RUNNING');
  }, 60_000);

  it('ends when another engine has taken over, and begins again when it is called', async () => {
    world.raiseGeneration();
    await sleepTo(12);
    const journey = await open(56);
    await sleepTo(9);
    expect((await world.staffMail.describe()).status.name).toBe('COMPLETED');
    expect(telling(journey)).toEqual([]);
    await world.wakeStaffMail();
    await eventually(() => expect(telling(journey)).toHaveLength(1));
  }, 60_000);

  it('has left the account’s stream whole', async () => {
    const { rows } = await world.sql.query<{ broken: number | null }>(
      `SELECT es.broken_at(stream_id) AS broken FROM es.stream WHERE stream_type = 'account'`,
    );
    expect(rows).toEqual([{ broken: null }]);
  });
});
