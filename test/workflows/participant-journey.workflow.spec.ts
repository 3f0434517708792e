import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { berlinDay, berlinTime } from '../../domain/deadlines/berlin.js';
import { addDays, daysBetween } from '../../domain/deadlines/day-arithmetic.js';
import { journeyWorld, type JourneyWorld } from '../support/journey-world.js';

let world: JourneyWorld;

beforeAll(async () => {
  world = await journeyWorld();
}, 120_000);

afterAll(() => world.end(), 60_000);

/** On which day each mail left, counted back from the day that the paper ends. */
const daysBefore = (mails: { at: string }[], validUntil: string): number[] =>
  mails.map(({ at }) => daysBetween(berlinDay(at), validUntil));

/** A rung on a Sunday or holiday goes on the next allowed day: at most three days later in any year. */
const atOrJustAfter = (days: number[], rungs: number[]): void => {
  expect(days).toHaveLength(rungs.length);
  for (const [index, rung] of rungs.entries()) {
    expect(days[index]).toBeLessThanOrEqual(rung);
    expect(days[index]).toBeGreaterThanOrEqual(rung - 3);
  }
};

describe('a participant’s workflow', () => {
  it('waits for weeks and has each reminder sent at its rung, once', async () => {
    const validUntil = addDays(await world.today(), 100);
    const journey = await world.open({ validForDays: 100 });
    expect(await world.standing(journey)).toMatchObject({
      phase: 'intake',
      waitsFor: 'flag',
      open: true,
    });

    await world.pass('40 days');
    expect(world.mailsTo(journey)).toEqual([]);
    await world.pass('50 days');

    const mails = world.mailsTo(journey);
    atOrJustAfter(daysBefore(mails, validUntil), [56, 42, 28, 14]);
    for (const { at } of mails) expect(berlinTime(at).hour).toBeGreaterThanOrEqual(9);
    expect(new Set(mails.map(({ key }) => key)).size).toBe(4);

    await world.pass('12 days');
    const { rows } = await world.sql.query(
      `SELECT state FROM rm.deadline WHERE journey_id = $1 AND rule = 'residence_document_expiry'`,
      [journey],
    );
    expect(rows).toEqual([{ state: 'missed' }]);
    expect(world.mailsTo(journey)).toHaveLength(4);
    expect(world.failures).toEqual([]);
  }, 120_000);

  it('moves its timer when a new paper is recorded: no rung of the old one is left', async () => {
    const journey = await world.open({ validForDays: 70 });
    await world.pass('2 days');
    const validUntil = addDays(await world.today(), 200);
    const paper = { kind: 'toleration_60a', validUntil, employmentNote: 'unknown' };
    const { state, standing } = await world.command(journey, { type: 'RecordDocument', paper });
    const items = Object.values(state.status.agenda.items).filter(
      ({ rule }) => rule === 'residence_document_expiry',
    );
    for (const { at } of items) expect(daysBetween(berlinDay(at), validUntil)).toBeLessThan(60);
    expect((await world.standing(journey)).nextDue).toBe(standing.nextDue);

    await world.pass('80 days');
    expect(world.mailsTo(journey)).toEqual([]);
    await world.pass('67 days');
    atOrJustAfter(daysBefore(world.mailsTo(journey), validUntil), [56]);
  }, 120_000);

  it('says nothing to a participant while the journey is closed, and goes on once it is reopened', async () => {
    const validUntil = addDays(await world.today(), 90);
    const journey = await world.open({ validForDays: 90 });
    const on = await world.today();
    await world.command(journey, { type: 'CloseJourney', on, reason: 'moved_away' });
    expect(await world.standing(journey)).toMatchObject({ phase: 'closed', waitsFor: 'notice' });

    await world.pass('40 days'); // the first rung falls into this time
    expect(world.mailsTo(journey)).toEqual([]);

    await world.command(journey, { type: 'ReopenJourney', on: await world.today() });
    await world.pass('2 days'); // one merged reminder for the rung that has passed
    expect(world.mailsTo(journey)).toHaveLength(1);
    await world.pass('45 days');
    atOrJustAfter(daysBefore(world.mailsTo(journey).slice(1), validUntil), [42, 28, 14]);
  }, 120_000);

  it('continues as new well under 200 events, and the reminder after it still comes', async () => {
    const journey = await world.open({ validForDays: 80 });
    const firstRun = (await world.handle(journey).describe()).runId;
    for (let times = 0; times < 45; times += 1) {
      const paper = {
        kind: 'toleration_60a',
        validUntil: addDays(await world.today(), 80 + times),
        employmentNote: 'unknown',
      };
      await world.command(journey, { type: 'RecordDocument', paper });
    }
    const description = await world.handle(journey).describe();
    expect(description.runId).not.toBe(firstRun);
    expect(description.historyLength).toBeLessThan(200);
    await world.pass('70 days');
    expect(world.mailsTo(journey).length).toBeGreaterThanOrEqual(1);
    const { rows } = await world.sql.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM es.event WHERE stream_id = $1 AND type = 'MessageSent'`,
      [journey],
    );
    expect(rows[0]?.count).toBe(world.mailsTo(journey).length);
  }, 120_000);

  it('sends nothing to somebody who has not consented', async () => {
    const journey = await world.open({ validForDays: 80, consents: false });
    expect(await world.standing(journey)).toMatchObject({ waitsFor: 'flag' });
    await world.pass('85 days');
    expect(world.mailsTo(journey)).toEqual([]);
  }, 60_000);

  it('tries again while the mail server is away, and sends under the same key', async () => {
    const journey = await world.open({ validForDays: 60 });
    world.answers.push(
      { state: 'deferred', why: 'smtp_unreachable' },
      { state: 'deferred', why: 'smtp_451' },
    );
    await world.pass('10 days');
    expect(world.mailsTo(journey)).toHaveLength(1);
    const { rows } = await world.sql.query<{ type: string; key: string }>(
      `SELECT type, data->>'key' AS key FROM es.event
        WHERE stream_id = $1 AND type LIKE 'Message%' ORDER BY version`,
      [journey],
    );
    expect(rows.map(({ type }) => type)).toEqual([
      'MessageSending',
      'MessageDeferred',
      'MessageSending',
      'MessageDeferred',
      'MessageSending',
      'MessageSent',
    ]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(1);
  }, 60_000);

  it('keeps a message that is held through its continuing as new, and sends it once', async () => {
    const journey = await world.open({ validForDays: 57 });
    for (let tries = 0; tries < 40; tries += 1) world.answers.push({ state: 'deferred', why: 'smtp_451' });
    const firstRun = (await world.handle(journey).describe()).runId;
    // the window opens within four days, whatever day of the week it is
    for (let hours = 0; hours < 96 && (await world.heldMessages(journey)) === 0; hours += 1)
      await world.pass('1 hour');
    expect(await world.heldMessages(journey)).toBe(1);
    const on = await world.today();
    for (let times = 0; times < 45; times += 1) {
      const contact = { phone: `+49 2403 ${1000 + times}` };
      await world.command(journey, { type: 'ChangeParticipant', person: {}, contact });
      const paper = {
        kind: 'none_or_unknown',
        validFrom: addDays(on, -400 + times),
        employmentNote: 'unknown',
      };
      await world.command(journey, { type: 'RecordDocument', paper });
    }
    expect((await world.handle(journey).describe()).runId).not.toBe(firstRun);
    expect(await world.heldMessages(journey)).toBe(1);
    world.answers.length = 0;
    await world.pass('4 days');
    expect(world.mailsTo(journey)).toHaveLength(1);
  }, 120_000);

  it('tells people when what is due can not be carried out, and carries it out once it can', async () => {
    const journey = await world.open({ validForDays: 57 });
    const german = world.texts.get('durchstarten');
    const flags = async (): Promise<string[]> => {
      const { rows } = await world.sql.query<{ type: string }>(
        `SELECT type FROM es.event WHERE stream_id = $1 AND type LIKE 'Flag%' ORDER BY version`,
        [journey],
      );
      return rows.map(({ type }) => type);
    };
    if (!german) throw new Error('The world has no texts');
    world.texts.delete('durchstarten'); // as if an installation had lost them
    await world.pass('4 days');
    expect(world.mailsTo(journey)).toEqual([]);
    expect(await flags()).toEqual(['FlagRaised']);
    // nothing threw into the workflow's own task: it still answers
    expect(await world.standing(journey)).toMatchObject({ phase: 'intake' });

    world.texts.set('durchstarten', german);
    await world.pass('4 days'); // it may be a weekend
    expect(world.mailsTo(journey)).toHaveLength(1);
    expect(await flags()).toEqual(['FlagRaised', 'FlagCleared']);
    world.failures.length = 0;
  }, 60_000);

  it('asks every half minute while the database is away, however long, and nobody is told of a failure', async () => {
    const journey = await world.open({ validForDays: 57 });
    const due = Date.parse((await world.standing(journey)).nextDue ?? '');
    let asked = 0;
    world.hooks.beforeAct = (act) => {
      if (act.journey === journey) asked += 1;
      return Promise.resolve('away');
    };
    await world.sleep(due + 60 * 60_000 - Date.parse(await world.now()));
    expect(asked).toBeGreaterThan(60);
    expect(asked).toBeLessThan(130);
    world.hooks.beforeAct = undefined;
    await world.pass('1 minute');
    expect(Date.parse((await world.standing(journey)).nextDue ?? '')).toBeGreaterThan(due);
    const { rows } = await world.sql.query(
      `SELECT 1 FROM rm.flag WHERE journey_id = $1 AND rule = 'planning_failed'`,
      [journey],
    );
    expect(rows).toEqual([]);
    expect(world.failures).toEqual([]);
  }, 60_000);

  it('ends when nothing is due any more', async () => {
    const journey = await world.open({ consents: false });
    await world.command(journey, { type: 'CloseJourney', on: await world.today(), reason: 'moved_away' });
    await world.pass('1 minute');
    expect((await world.handle(journey).describe()).status.name).toBe('COMPLETED');
  }, 60_000);
});
