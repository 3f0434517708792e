import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { append, counted, freshLog, idsIn, streamOf, type Log } from './log.js';

let log: Log;
beforeAll(async () => {
  log = await freshLog();
});
afterAll(() => log?.end());

const racers = Array.from({ length: 16 });
const fromNow = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();

describe('an append', () => {
  it('numbers the events of a stream, several at once, after the version that was expected', async () => {
    const stream = randomUUID();
    const ids = [randomUUID(), randomUUID(), randomUUID()];
    expect(await append(log.app, { stream, ids: ids.slice(0, 2) })).toEqual({
      outcome: 'appended',
      version: 2,
    });
    expect(await append(log.app, { stream, expected: 2, ids: ids.slice(2) })).toEqual({
      outcome: 'appended',
      version: 3,
    });
    expect(await idsIn(log.app, stream)).toEqual(ids);
  });

  it('conflicts where the stream is shorter, longer or not there', async () => {
    const stream = await streamOf(log.app, 2);
    expect(await append(log.app, { stream })).toEqual({ outcome: 'conflict', version: 2 });
    expect(await append(log.app, { stream, expected: 1 })).toEqual({ outcome: 'conflict', version: 2 });
    expect(await append(log.app, { stream, expected: 3 })).toEqual({ outcome: 'conflict', version: 2 });
    expect(await append(log.app, { stream: randomUUID(), expected: 1 })).toEqual({
      outcome: 'conflict',
      version: 0,
    });
    expect(await idsIn(log.app, stream)).toHaveLength(2);
  });

  it('knows a command that comes again, also after others, and writes nothing twice', async () => {
    const stream = randomUUID();
    const ids = [randomUUID(), randomUUID()];
    await append(log.app, { stream, ids });
    expect(await append(log.app, { stream, ids })).toEqual({ outcome: 'duplicate', version: 2 });
    await append(log.app, { stream, expected: 2 });
    expect(await append(log.app, { stream, ids })).toEqual({ outcome: 'duplicate', version: 3 });
    expect(await idsIn(log.app, stream)).toHaveLength(3);
  });

  it('takes what has one event more, or one other, for a conflict', async () => {
    const stream = randomUUID();
    const ids = [randomUUID(), randomUUID()];
    await append(log.app, { stream, ids });
    const more = await append(log.app, { stream, ids: [...ids, randomUUID()] });
    const other = await append(log.app, { stream, ids: [ids[0] ?? '', randomUUID()] });
    expect([more.outcome, other.outcome]).toEqual(['conflict', 'conflict']);
    expect(await idsIn(log.app, stream)).toEqual(ids);
  });

  it('happens once when sixteen send the same command at once', async () => {
    for (let round = 0; round < 20; round += 1) {
      const stream = randomUUID();
      const ids = [randomUUID(), randomUUID()];
      const results = await Promise.all(racers.map(() => append(log.app, { stream, ids })));
      expect(counted(results)).toEqual({ appended: 1, duplicate: 15 });
      expect(await idsIn(log.app, stream)).toEqual(ids);
    }
  });

  it('happens for one when sixteen send commands of their own at once', async () => {
    const stream = randomUUID();
    for (let expected = 0; expected < 20; expected += 1) {
      const results = await Promise.all(racers.map(() => append(log.app, { stream, expected })));
      expect(counted(results)).toEqual({ appended: 1, conflict: 15 });
    }
    expect(await idsIn(log.app, stream)).toHaveLength(20);
  });

  it('refuses to append nothing', async () => {
    await expect(append(log.app, { stream: randomUUID(), ids: [] })).rejects.toMatchObject({ code: '22023' });
  });

  it('is fenced for an engine of an older generation, never for a person', async () => {
    const other = await freshLog();
    try {
      const stream = await streamOf(other.app, 1);
      await other.owner.query('UPDATE es.installation SET generation = 3');
      expect(await append(other.app, { stream, expected: 1, generation: 2 })).toMatchObject({
        outcome: 'fenced',
      });
      expect(await idsIn(other.app, stream)).toHaveLength(1);
      expect(await append(other.app, { stream, expected: 1, generation: 3 })).toMatchObject({
        outcome: 'appended',
      });
      expect(await append(other.app, { stream, expected: 2 })).toMatchObject({ outcome: 'appended' });
    } finally {
      await other.end();
    }
  });
});

describe('recorded time', () => {
  it('is of this minute by the database’s clock: another one is sent back and nothing is written', async () => {
    for (const recordedAt of [fromNow(-120), fromNow(60), '2020-01-01T00:00:00Z', '2099-01-01T00:00:00Z']) {
      const stream = randomUUID();
      expect(await append(log.app, { stream, recordedAt })).toEqual({ outcome: 'off-clock', version: 0 });
      expect(await idsIn(log.app, stream)).toEqual([]);
    }
  });

  it('never decreases within a stream, for nobody', async () => {
    const stream = randomUUID();
    await append(log.app, { stream, recordedAt: fromNow(0) });
    const earlier = { stream, expected: 1, recordedAt: fromNow(-30) };
    await expect(append(log.app, earlier)).rejects.toMatchObject({ code: '22008' });
    await expect(append(log.importer, { ...earlier, as: 'es.append_recorded' })).rejects.toMatchObject({
      code: '22008',
    });
    expect(await idsIn(log.app, stream)).toHaveLength(1);
    expect(await append(log.app, { stream, expected: 1 })).toMatchObject({ outcome: 'appended' });
  });

  it('is said by the import role only', async () => {
    const past = {
      stream: randomUUID(),
      recordedAt: '2026-01-05T08:00:00.000Z',
      as: 'es.append_recorded',
    } as const;
    await expect(append(log.app, past)).rejects.toMatchObject({ code: '42501' });
    expect(await append(log.importer, past)).toMatchObject({ outcome: 'appended' });
    const { rows } = await log.app.query('SELECT recorded_at FROM es.event WHERE stream_id = $1', [
      past.stream,
    ]);
    expect(rows).toEqual([{ recorded_at: past.recordedAt }]);
  });
});

describe('the log', () => {
  const changes = [`UPDATE es.event SET data = '{}'`, 'DELETE FROM es.event', 'TRUNCATE es.event'];

  it.each([
    ...changes,
    'INSERT INTO es.event SELECT * FROM es.event',
    `UPDATE es.stream SET version = 1`,
    'INSERT INTO es.stream SELECT * FROM es.stream',
    'DELETE FROM es.stream',
    'TRUNCATE es.stream',
    'UPDATE es.installation SET generation = 0',
    'UPDATE es.participant_key SET wrapped = NULL',
    'DELETE FROM es.participant_key',
    `SELECT setval('es.event_position', 1)`,
    'ALTER TABLE es.event DISABLE TRIGGER ALL',
    'SET session_replication_role = replica',
  ])('refuses the application and the import role: %s', async (sql) => {
    for (const pool of [log.app, log.importer]) {
      await expect(pool.query(sql)).rejects.toMatchObject({ code: '42501' });
    }
  });

  it.each(['es.append_checked', 'es.append_recorded'])('lets the application not call %s', async (name) => {
    const call = `SELECT * FROM ${name}(gen_random_uuid(), 'journey', NULL, 0, NULL, now(), '[{}]')`;
    await expect(log.app.query(call)).rejects.toMatchObject({ code: '42501' });
  });

  it.each(changes)('refuses the owner too: %s', async (sql) => {
    await streamOf(log.app, 1);
    await expect(log.owner.query(sql)).rejects.toMatchObject({ code: '55000' });
  });
});
