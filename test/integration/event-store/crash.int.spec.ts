import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { eventually } from '../../support/eventually.js';
import { opening } from '../../support/wishes.js';
import { journeyRunner, type RunnerWorld } from './runner.js';
import { append, idsIn } from './log.js';

let world: RunnerWorld;
beforeAll(async () => {
  world = await journeyRunner('2026-11-23T07:30:00.000Z');
});
afterAll(() => world?.end());

/** Kills the connection as a machine's end would. */
async function kill(pid: unknown): Promise<void> {
  await world.owner.query('SELECT pg_terminate_backend($1)', [pid]);
  await eventually(async () => {
    const { rows } = await world.owner.query('SELECT 1 FROM pg_stat_activity WHERE pid = $1', [pid]);
    expect(rows).toEqual([]);
  });
}

async function pidOf(client: pg.ClientBase): Promise<unknown> {
  client.on('error', () => undefined); // it is to be killed
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return rows[0]?.pid;
}

/** How many rows of that journey each table has. */
async function rowsOf(journey: string, person: string): Promise<Record<string, number>> {
  const { rows } = await world.owner.query<Record<string, number>>(
    `SELECT (SELECT count(*)::int FROM es.event WHERE stream_id = $1) AS events,
            (SELECT count(*)::int FROM es.stream WHERE stream_id = $1) AS streams,
            (SELECT count(*)::int FROM rm.journey WHERE id = $1) AS journeys,
            (SELECT count(*)::int FROM rm.deadline WHERE journey_id = $1) AS deadlines,
            (SELECT count(*)::int FROM es.participant_key WHERE participant_id = $2) AS keys`,
    [journey, person],
  );
  return rows[0] ?? {};
}

describe('a crash', () => {
  it('between two statements of a transaction leaves nothing of it', async () => {
    const stream = randomUUID();
    const client = await world.sql.connect();
    const pid = await pidOf(client);
    await client.query('BEGIN');
    await append(client, { stream });
    await append(client, { stream, expected: 1 });
    await kill(pid);
    client.release(true);
    expect(await idsIn(world.sql, stream)).toEqual([]);
    expect(await rowsOf(stream, stream)).toMatchObject({ events: 0, streams: 0 });
    expect(await append(world.sql, { stream })).toEqual({ outcome: 'appended', version: 1 });
  });

  it('in the midst of a command leaves neither event nor row nor key, and the command can be sent again', async () => {
    const [journey, person] = [randomUUID(), randomUUID()];
    const command = {
      ...opening(world.today(), person),
      document: { kind: 'toleration_60a', validUntil: '2027-06-01', employmentNote: 'unknown' },
    };
    // Somebody else's key of the same name holds the command up after its append, before its end.
    const holder = await world.owner.connect();
    await holder.query('BEGIN');
    await holder.query(`INSERT INTO es.participant_key VALUES ($1, 'case', 1, '\\x00')`, [person]);
    const commandId = randomUUID();
    const running = world.runner.run(journey, command, { actor: world.actor, commandId });
    const failed = running.then(
      () => false,
      () => true,
    );
    let pid: unknown;
    await eventually(async () => {
      const { rows } = await world.owner.query<{ pid: number }>(
        `SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()
            AND query LIKE '%participant_key%'`,
      );
      pid = rows[0]?.pid;
      expect(pid).toBeDefined();
    });
    await kill(pid);
    expect(await failed).toBe(true);
    await holder.query('ROLLBACK');
    holder.release();
    expect(await rowsOf(journey, person)).toEqual({
      events: 0,
      streams: 0,
      journeys: 0,
      deadlines: 0,
      keys: 0,
    });

    const { events } = await world.runner.run(journey, command, { actor: world.actor, commandId });
    expect(await rowsOf(journey, person)).toEqual({
      events: events.length,
      streams: 1,
      journeys: 1,
      deadlines: 3, // of the paper, § 25a and the age ceiling
      keys: 3, // of the classes case, status and contact; there are no notes yet
    });
  });
});
