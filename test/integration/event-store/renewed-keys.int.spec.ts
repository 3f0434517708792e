import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '../../../domain/deadlines/day-arithmetic.js';
import type { RetentionClass } from '../../../domain/journey/classes.js';
import type { Command } from '../../../domain/journey/commands/index.js';
import type { JourneyState } from '../../../domain/journey/state.js';
import { eventually } from '../../support/eventually.js';
import { consent, opening, paper } from '../../support/wishes.js';
import { journeyRunner, type RunnerWorld } from './runner.js';
import { compareWithTheLog, journeyNow } from './what-the-log-says.js';

let world: RunnerWorld;
beforeAll(async () => {
  world = await journeyRunner('2026-11-23T07:30:00.000Z');
});
afterAll(() => world?.end());

const send = (journey: string, command: Command) =>
  world.runner.run(journey, command, { actor: world.actor });
const inDays = (days: number) => addDays(world.today(), days);
const close = (): Command => ({ type: 'CloseJourney', on: world.today(), reason: 'moved_away' });
const reopen = (): Command => ({ type: 'ReopenJourney', on: world.today() });

/** Somebody with a paper, who may be written to. */
async function open(participant: string = randomUUID()): Promise<{ journey: string; participant: string }> {
  const journey = randomUUID();
  await send(journey, opening(world.today(), participant));
  await send(journey, paper(inDays(40)));
  await send(journey, consent(world.today()));
  return { journey, participant };
}

const destroy = (participant: string, ...classes: RetentionClass[]) =>
  world.owner.query(
    `UPDATE es.participant_key SET wrapped = NULL, destroyed_at = now()
      WHERE participant_id = $1 AND class = ANY ($2) AND destroyed_at IS NULL`,
    [participant, classes],
  );

/** The participant's keys, each as `class number`, with what became of it. */
async function keysOf(participant: string): Promise<Record<string, string>> {
  const { rows } = await world.sql.query<{ name: string; fate: string }>(
    `SELECT class || ' ' || number AS name, CASE WHEN wrapped IS NULL THEN 'destroyed' ELSE 'lives' END AS fate
       FROM es.participant_key WHERE participant_id = $1 ORDER BY 1`,
    [participant],
  );
  return Object.fromEntries(rows.map(({ name, fate }) => [name, fate]));
}

const papersOf = ({ plain, status }: JourneyState) =>
  plain.documents.map(({ id }) => status.papers[id]?.validUntil ?? 'erased');

/** The papers' days for which a deadline is open, in the sealed agenda and, by the same ids, in the list of deadlines. */
async function openDeadlines(journey: string): Promise<string[]> {
  const { rows } = await world.sql.query<{ id: string }>(
    `SELECT id FROM rm.deadline
      WHERE journey_id = $1 AND state = 'open' AND rule = 'residence_document_expiry'`,
    [journey],
  );
  const { deadlines } = (await journeyNow(world, journey)).status.agenda;
  return rows.map(({ id }) => deadlines[id]?.anchorValue ?? 'unknown');
}

describe('a journey whose keys of status and contact were destroyed', () => {
  it('keeps its chain, loads without what was erased, and goes on without new keys', async () => {
    const { journey, participant } = await open();
    await destroy(participant, 'status', 'contact');
    const coach = randomUUID();
    await send(journey, { type: 'AssignCoach', coach });
    const { state, events } = await compareWithTheLog(world, journey);
    expect(events.map(({ type, erased }) => [type, erased])).toEqual([
      ['JourneyOpened', ['contact']],
      ['AgendaChanged', []],
      ['DocumentRecorded', ['status']],
      ['AgendaChanged', ['status']],
      ['MilestoneReached', []],
      ['AgendaChanged', ['status']],
      ['CoachAssigned', []],
    ]);
    expect(state.plain.coach).toBe(coach);
    expect(state.case.givenName).toBe('Merhawi');
    expect(state.status.papers).toEqual({});
    expect(state.contact.email).toBeUndefined();
    expect(await keysOf(participant)).toEqual({
      'case 1': 'lives',
      'status 1': 'destroyed',
      'contact 1': 'destroyed',
    });
  });

  it('takes a new paper when it was reopened: readable, with its deadline, while the old one stays erased', async () => {
    const { journey, participant } = await open();
    await send(journey, close());
    await destroy(participant, 'status', 'contact');
    await send(journey, reopen());
    await send(journey, paper(inDays(90)));
    const { state, events } = await compareWithTheLog(world, journey);
    expect(papersOf(state)).toEqual(['erased', inDays(90)]);
    expect(await openDeadlines(journey)).toEqual([inDays(90)]);
    expect(Object.values(state.status.agenda.items)).not.toEqual([]);
    expect(state.contact.email).toBeUndefined();
    const recorded = events.filter(({ type }) => type === 'DocumentRecorded');
    expect(recorded.map(({ erased }) => erased)).toEqual([['status'], []]);
    expect(await keysOf(participant)).toEqual({
      'case 1': 'lives',
      'status 1': 'destroyed',
      'status 2': 'lives',
      'contact 1': 'destroyed',
    });
  });

  it('does so after every destruction, and also once its row was lost to an older fold', async () => {
    const { journey, participant } = await open();
    for (const days of [50, 60, 70]) {
      await destroy(participant, 'status');
      await send(journey, paper(inDays(days)));
    }
    const { state } = await compareWithTheLog(world, journey);
    expect(papersOf(state)).toEqual(['erased', 'erased', 'erased', inDays(70)]);
    await world.owner.query(`UPDATE rm.journey SET fold_version = 0, state_sealed = '{}' WHERE id = $1`, [
      journey,
    ]);
    await send(journey, paper(inDays(80)));
    const after = await compareWithTheLog(world, journey);
    expect(papersOf(after.state)).toEqual(['erased', 'erased', 'erased', inDays(70), inDays(80)]);
    expect(await keysOf(participant)).toMatchObject({ 'status 3': 'destroyed', 'status 4': 'lives' });
  });
});

describe('a later journey of somebody whose keys were destroyed', () => {
  it('holds its contact, paper and deadline, and brings nothing of the earlier one back', async () => {
    const earlier = await open();
    await send(earlier.journey, close());
    await destroy(earlier.participant, 'case', 'status', 'contact');
    const { journey, participant } = await open(earlier.participant);
    const { state } = await compareWithTheLog(world, journey);
    expect(state.contact.email).toBe('merhawi@example.org');
    expect(papersOf(state)).toEqual([inDays(40)]);
    expect(await openDeadlines(journey)).toEqual([inDays(40)]);
    await send(earlier.journey, { type: 'AssignCoach', coach: randomUUID() });
    const old = await compareWithTheLog(world, earlier.journey);
    expect([old.state.case.givenName, old.state.contact.email]).toEqual([undefined, undefined]);
    expect(papersOf(old.state)).toEqual(['erased']);
    expect(Object.keys(await keysOf(participant))).toHaveLength(6);
  });
});

describe('commands that need the same new key at once', () => {
  it('make one, on one journey', async () => {
    const { journey, participant } = await open();
    await destroy(participant, 'status');
    await Promise.all([50, 60, 70].map((days) => send(journey, paper(inDays(days)))));
    const { state } = await compareWithTheLog(world, journey);
    expect(papersOf(state).sort()).toEqual([inDays(50), inDays(60), inDays(70), 'erased']);
    expect(await keysOf(participant)).toMatchObject({ 'status 1': 'destroyed', 'status 2': 'lives' });
  });

  it('make one, on two journeys of the same person: who comes second loads again', async () => {
    const { journey: first, participant } = await open();
    await send(first, close());
    const { journey: second } = await open(participant);
    await destroy(participant, 'case');
    // Both get as far as the key, and wait there for one that is never made.
    const holder = await world.owner.connect();
    await holder.query('BEGIN');
    await holder.query(`INSERT INTO es.participant_key VALUES ($1, 'case', 2, '\\x00')`, [participant]);
    const coach = randomUUID();
    const running = [first, second].map((journey) => send(journey, { type: 'AssignCoach', coach }));
    await eventually(async () => {
      const { rows } = await world.owner.query(
        `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()
            AND query LIKE '%participant_key%'`,
      );
      expect(rows).toHaveLength(2);
    });
    await holder.query('ROLLBACK');
    holder.release();
    for (const { events } of await Promise.all(running)) expect(events[0]?.type).toBe('CoachAssigned');
    for (const journey of [first, second]) {
      const { events } = await compareWithTheLog(world, journey);
      expect(events.filter(({ type }) => type === 'CoachAssigned')).toMatchObject([
        { plain: { coach }, case: {}, erased: [] },
      ]);
    }
    expect(await keysOf(participant)).toMatchObject({ 'case 1': 'destroyed', 'case 2': 'lives' });
    expect(await keysOf(participant)).not.toHaveProperty('case 3');
  });
});

describe('the table of keys', () => {
  it('lets no class of a participant have two that live, nor a number that does not fit a byte', async () => {
    const { participant } = await open();
    const insert = (number: number) =>
      world.sql.query(
        `INSERT INTO es.participant_key (participant_id, class, number, wrapped) VALUES ($1, 'case', $2, '\\x00')`,
        [participant, number],
      );
    await expect(insert(2)).rejects.toMatchObject({ constraint: 'participant_key_living' });
    await destroy(participant, 'case');
    await expect(insert(1)).rejects.toMatchObject({ constraint: 'participant_key_pkey' });
    await expect(insert(256)).rejects.toMatchObject({ code: '23514' });
    await expect(insert(0)).rejects.toMatchObject({ code: '23514' });
  });
});
