import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '../../../domain/deadlines/day-arithmetic.js';
import { CommandRunner, type CommandResult } from '../../../src/journeys/command-runner.js';
import { consent, opening, paper } from '../../support/wishes.js';
import { journeyRunner, type RunnerWorld } from './runner.js';
import { compareWithTheLog } from './what-the-log-says.js';

let world: RunnerWorld;
let runner: CommandRunner;
/** How often a journey was loaded. */
let loaded = 0;
beforeAll(async () => {
  world = await journeyRunner('2026-11-23T07:30:00.000Z');
  const { sql, clock, secrets, programmes } = world;
  const counting = {
    query: (asked: { name?: string }) => {
      if (asked.name === 'load-journey') loaded += 1;
      return sql.query(asked as never);
    },
  } as unknown as typeof sql;
  runner = new CommandRunner(counting, clock, secrets, programmes, () => Promise.resolve(1));
});
afterAll(() => world?.end());

const by = () => ({ actor: world.actor });
const aPaper = (days = 90) => paper(addDays(world.today(), days));

async function open(): Promise<{ journey: string; opened: CommandResult }> {
  const journey = randomUUID();
  return { journey, opened: await runner.run(journey, opening(world.today(), randomUUID()), by()) };
}

describe('a command that goes on from the one before it', () => {
  it('loads nothing, and writes what the log says', async () => {
    const { journey, opened } = await open();
    const before = loaded;
    const agreed = await runner.run(journey, consent(world.today()), by(), { after: opened });
    const { events } = await runner.run(journey, aPaper(), by(), { after: agreed });
    expect(loaded - before).toBe(0);
    expect(events.map(({ type }) => type)).toContain('DocumentRecorded');
    await compareWithTheLog(world, journey);
  });

  it('loads where somebody else has recorded meanwhile', async () => {
    const { journey, opened } = await open();
    await runner.run(journey, consent(world.today()), by());
    const before = loaded;
    const { events } = await runner.run(journey, aPaper(), by(), { after: opened });
    expect(loaded - before).toBe(1);
    expect(events.map(({ type }) => type)).toContain('DocumentRecorded');
    await compareWithTheLog(world, journey);
  });

  it('is not refused, nor taken for done, because of what holds no more', async () => {
    const { journey, opened } = await open();
    const agreed = await runner.run(journey, consent(world.today()), by(), { after: opened });
    const named = { ...by(), commandId: randomUUID() };
    const recorded = await runner.run(journey, aPaper(), named, { after: agreed });
    await runner.run(journey, aPaper(120), by());
    // by the state of the first paper the same paper is nothing new
    const { state } = await runner.run(journey, aPaper(), by(), { after: recorded });
    const papers = Object.values(state.status.papers ?? {});
    expect(papers.at(-1)).toMatchObject({ validUntil: addDays(world.today(), 90) });
    await compareWithTheLog(world, journey);
  });

  it('goes on once: what was worked on in place is no beginning any more', async () => {
    const { journey, opened } = await open();
    await runner.run(journey, consent(world.today()), by(), { after: opened });
    const before = loaded;
    const { events } = await runner.run(journey, aPaper(), by(), { after: opened });
    expect(loaded - before).toBe(1);
    expect(events.map(({ type }) => type)).toContain('DocumentRecorded');
    await compareWithTheLog(world, journey);
  });

  it('asks for an answer given before, where it has a key', async () => {
    const { journey, opened } = await open();
    const before = loaded;
    const idempotency = {
      account: randomUUID(),
      route: 'POST /x',
      key: randomUUID(),
      body: '{}',
      status: 201,
    };
    await runner.run(journey, consent(world.today()), { ...by(), idempotency }, { after: opened });
    expect(loaded - before).toBe(1);
  });
});
