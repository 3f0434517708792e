import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import type { JourneyState } from '../../domain/journey/state.js';
import type { Platform } from '../../src/platform.js';
import { OpenedPasts } from '../../src/journeys/opened-pasts.js';
import { OpenedStates, rowOfJourneyColumns, type RowOfJourney } from '../../src/journeys/opened-states.js';
import { consent, opening, paper } from '../support/wishes.js';
import { journeyRunner, type RunnerWorld } from './event-store/runner.js';

let world: RunnerWorld;
let states: OpenedStates;
let pasts: OpenedPasts;
/** How many states were read from the database. */
let read = 0;
beforeAll(async () => {
  world = await journeyRunner('2026-11-23T07:30:00.000Z');
  const sql = {
    query: async (asked: { name: string; text: string; values: unknown[] }) => {
      const answer = await world.sql.query(asked);
      read += answer.rows.length;
      return answer;
    },
  } as Platform['sql'];
  states = new OpenedStates({ sql, secrets: world.secrets });
  pasts = new OpenedPasts({ sql, secrets: world.secrets });
});
afterAll(() => world?.end());

/** Somebody with a paper who consented; gives the journey and the person. */
async function open(): Promise<{ journey: string; person: string }> {
  const [journey, person] = [randomUUID(), randomUUID()];
  for (const wish of [
    opening(world.today(), person),
    consent(world.today()),
    paper(addDays(world.today(), 90)),
  ]) {
    await world.runner.run(journey, wish, { actor: world.actor });
  }
  return { journey, person };
}

/** As a list does it: the rows are read, then their states. */
async function shown(...journeys: string[]): Promise<(JourneyState | undefined)[]> {
  const { rows } = await world.sql.query<RowOfJourney>(
    `SELECT ${rowOfJourneyColumns} FROM rm.journey j WHERE j.id = ANY ($1)`,
    [journeys],
  );
  const found = await states.of(rows);
  return journeys.map((id) => found.get(id));
}

describe('the states of journeys on a list', () => {
  it('are opened once, for as long as nothing happens', async () => {
    const { journey } = await open();
    const { journey: other } = await open();
    const before = read;
    const first = await shown(journey, other);
    expect(first.map((state) => state?.case.givenName)).toEqual(['Merhawi', 'Merhawi']);
    expect(await shown(other, journey)).toEqual(first.toReversed());
    expect(read - before).toBe(2);
  });

  it('are opened anew after an act', async () => {
    const { journey } = await open();
    await shown(journey);
    const validUntil = addDays(world.today(), 200);
    await world.runner.run(journey, paper(validUntil), { actor: world.actor });
    const [state] = await shown(journey);
    expect(Object.values(state?.status.papers ?? {}).at(-1)).toMatchObject({ validUntil });
  });

  it('tell nothing any more that was erased, though it was open a moment ago', async () => {
    const { journey, person } = await open();
    await shown(journey);
    await world.owner.query(
      `UPDATE es.participant_key SET wrapped = NULL, destroyed_at = now()
        WHERE participant_id = $1 AND class = 'case'`,
      [person],
    );
    const [state] = await shown(journey);
    expect(state?.case.givenName).toBeUndefined();
    expect(state?.contact.email).toBe('merhawi@example.org');
  });
});

describe('the past of a journey that somebody walks back through', () => {
  it('is opened once, for as long as nothing happens', async () => {
    const { journey } = await open();
    const first = await pasts.of(journey);
    const before = read;
    expect(await pasts.of(journey)).toBe(first);
    // the tag, and no event
    expect(read - before).toBe(1);
  });

  it('is opened anew after an act', async () => {
    const { journey } = await open();
    const before = await pasts.of(journey);
    await world.runner.run(journey, paper(addDays(world.today(), 200)), { actor: world.actor });
    const after = await pasts.of(journey);
    expect(after.length).toBeGreaterThan(before.length);
    expect(after.slice(0, before.length)).toEqual(before);
  });

  it('tells nothing any more that was erased, though it was open a moment ago', async () => {
    const { journey, person } = await open();
    const named = async () =>
      (await pasts.of(journey)).flatMap(({ type, case: said }) => (type === 'JourneyOpened' ? [said] : []));
    expect(await named()).toMatchObject([{ givenName: 'Merhawi' }]);
    await world.owner.query(
      `UPDATE es.participant_key SET wrapped = NULL, destroyed_at = now()
        WHERE participant_id = $1 AND class = 'case'`,
      [person],
    );
    expect(await named()).toEqual([undefined]);
  });
});
