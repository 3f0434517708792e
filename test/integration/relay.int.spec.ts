import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '@temporalio/client';
import { Relay } from '../../src/relay/relay.js';
import { eventually } from '../support/eventually.js';
import { manyJourneys } from '../support/many-journeys.js';
import { journeyRunner, type RunnerWorld } from './event-store/runner.js';

const count = 60;

let world: RunnerWorld;
let ids: string[];
/** Journeys whose workflow does not answer until it is let go, and how often each was told. */
const held = new Map<string, () => void>();
const refused = new Set<string>();
const told = new Map<string, number>();

/** A Temporal that takes everything, but for what is held or refused. */
const client = {
  withDeadline: <Answer>(_: number, ask: () => Promise<Answer>) => ask(),
  workflow: {
    async signalWithStart(_: string, { workflowId }: { workflowId: string }): Promise<void> {
      const id = workflowId.split('/').at(-1) ?? '';
      told.set(id, (told.get(id) ?? 0) + 1);
      if (refused.delete(id)) throw new Error('Temporal is busy');
      if (held.has(id)) await new Promise<void>((resolve) => held.set(id, resolve));
    },
  },
} as unknown as Client;

const relay = (): Relay => {
  const { sql, clock } = world;
  return new Relay({ sql, client, clock, installation: 'none', generation: () => Promise.resolve(1) });
};

const makeDirty = (of: readonly string[]): Promise<unknown> =>
  world.sql.query(
    `UPDATE rm.journey SET armed_version = stream_version - 1, leased_until = '-infinity' WHERE id = ANY ($1)`,
    [of],
  );

async function waiting(): Promise<string[]> {
  const { rows } = await world.sql.query<{ id: string }>(
    'SELECT id FROM rm.journey WHERE armed_version < stream_version',
  );
  return rows.map(({ id }) => id);
}

beforeAll(async () => {
  world = await journeyRunner('2027-01-11T09:00:00.000Z');
  ({ ids } = await manyJourneys(world, { count, length: 2, from: '2026-01-12T09:00:00.000Z' }));
}, 60_000);
afterAll(() => world?.end());

describe('a relay', () => {
  it('tells the others while one does not answer, and notes them', async () => {
    const [slow = '', next = ''] = ids;
    held.set(slow, () => undefined);
    await makeDirty(ids);
    const running = relay();
    running.start();
    await eventually(async () => expect(await waiting()).toEqual([slow]));
    await makeDirty([next]);
    await eventually(async () => expect(await waiting()).toEqual([slow]));
    held.get(slow)?.();
    held.delete(slow);
    await running.idle();
    await running.stop();
    expect([told.get(slow), told.get(next)]).toEqual([1, 2]);
    expect(told.size).toBe(count);
  });

  it('gives back what Temporal did not take, and tells it again', async () => {
    told.clear();
    for (const id of ids.slice(0, 3)) refused.add(id);
    await makeDirty(ids);
    const running = relay();
    running.start();
    await running.idle();
    await running.stop();
    expect(ids.map((id) => told.get(id))).toEqual(ids.map((_, index) => (index < 3 ? 2 : 1)));
    expect(running.reaches).toBe(true);
  });

  it('notes before it ends what was under way', async () => {
    const [slow = ''] = ids;
    told.clear();
    held.set(slow, () => undefined);
    await makeDirty([slow]);
    const running = relay();
    running.start();
    await eventually(() => expect(told.get(slow)).toBe(1));
    const stopped = running.stop();
    held.get(slow)?.();
    held.delete(slow);
    await stopped;
    expect(await waiting()).toEqual([]);
  });
});
