import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signals } from '../../workflows/messages.js';
import { toldNothing } from '../../src/recovery/kept.js';
import { journeyWorld, type JourneyWorld } from '../support/journey-world.js';

/** Participants are written to at some hours of some days: whether a day is enough must not depend on the day of the test. */
const mondayMorning = '2027-01-18T08:00:00.000Z';

let world: JourneyWorld;

beforeAll(async () => {
  world = await journeyWorld({ from: mondayMorning });
}, 120_000);
afterAll(() => world.end(), 60_000);

/** As recovery does it to the journeys: everything has to be told anew. */
const tellAgain = (): Promise<unknown> =>
  world.sql.query(`UPDATE rm.journey SET armed_version = ${toldNothing}, leased_until = '-infinity'`);

/** As if every workflow had been told what it knows an hour ago. */
const anHourAgo = (): Promise<unknown> =>
  world.sql.query(`UPDATE rm.journey SET leased_until = now() - interval '1 hour'`);

const status = async (journey: string): Promise<string> =>
  (await world.handle(journey).describe()).status.name;

describe('a participant’s workflow and a recovery', () => {
  it('adopts a higher generation, and hears no lower one, whatever its version', async () => {
    const journey = await world.open({ validForDays: 200 });
    const { generation, ...standing } = await world.standing(journey);
    world.raiseGeneration();
    await tellAgain();
    await world.relay.idle();
    expect(await world.standing(journey)).toEqual({ ...standing, generation: generation + 1 });
    const late = { ...standing, generation, version: standing.version + 10, nextDue: null };
    await world.handle(journey).signal(signals.agendaChanged, late);
    expect(await world.standing(journey)).toEqual({ ...standing, generation: generation + 1 });
  }, 60_000);

  it('ends when another engine has taken over, and its reminder comes once when it is told again', async () => {
    const journey = await world.open({ validForDays: 57 });
    world.raiseGeneration();
    await world.sleep(4 * 24 * 60 * 60_000);
    expect(world.mailsTo(journey)).toEqual([]);
    expect(await status(journey)).toBe('COMPLETED');
    await tellAgain();
    await world.pass('1 day');
    expect(await status(journey)).toBe('RUNNING');
    expect(world.mailsTo(journey)).toHaveLength(1);
  }, 60_000);

  it('goes on where the higher generation was heard while an act of the older one was under way', async () => {
    const journey = await world.open({ validForDays: 57 });
    world.hooks.beforeAct = async () => {
      world.hooks.beforeAct = undefined;
      world.raiseGeneration();
      await tellAgain();
      await world.relay.idle();
    };
    await world.pass('4 days');
    expect(world.hooks.beforeAct).toBeUndefined();
    expect(await status(journey)).toBe('RUNNING');
    expect(world.mailsTo(journey)).toHaveLength(1);
  }, 60_000);

  it('is started again by the watchdog where nobody has recovered: what is overdue comes late, once', async () => {
    const journey = await world.open({ validForDays: 57 });
    await world.standing(journey); // it is at rest: the test server does not skip time over a task that is under way
    await world.handle(journey).terminate();
    await world.sleep(4 * 24 * 60 * 60_000);
    expect(world.mailsTo(journey)).toEqual([]);
    await anHourAgo();
    await world.relay.watch();
    await world.pass('2 days'); // it is a Sunday
    expect(await status(journey)).toBe('RUNNING');
    expect(world.mailsTo(journey)).toHaveLength(1);
  }, 60_000);
});
