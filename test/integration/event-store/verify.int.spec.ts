import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshLog, streamOf, type Log } from './log.js';

let log: Log;
beforeAll(async () => {
  log = await freshLog();
});
afterAll(() => log?.end());

const length = 5;

/** What the application is told: the first version that is not what was appended, or null. */
async function brokenAt(stream: string): Promise<number | null> {
  const { rows } = await log.app.query<{ version: number | null }>('SELECT es.broken_at($1) AS version', [
    stream,
  ]);
  return rows[0]?.version ?? null;
}

/** Changes the stream as a superuser would who switches the triggers off; `$1` is the stream. */
async function tamper(stream: string, statements: readonly string[]): Promise<void> {
  const client = await log.owner.connect();
  try {
    await client.query('SET session_replication_role = replica');
    for (const sql of statements) expect((await client.query(sql, [stream])).rowCount).toBeGreaterThan(0);
  } finally {
    await client.query('RESET session_replication_role');
    client.release();
  }
}

const update = (change: string): string =>
  `UPDATE es.event SET ${change} WHERE stream_id = $1 AND version = 3`;
const grown = `INSERT INTO es.event
  SELECT position + 1000000, epoch, xid, stream_id, version + 1, gen_random_uuid(), type, schema_version, data, sealed,
         owner_id, actor, command_id, correlation_id, causation_id, occurred_at, recorded_at, hash
    FROM es.event WHERE stream_id = $1 AND version = ${length}`;
const chained = `UPDATE es.event e SET hash = es.digest(
    (SELECT p.hash FROM es.event p WHERE p.stream_id = $1 AND p.version = ${length}), e)
  WHERE stream_id = $1 AND version = ${length + 1}`;
const cut = `DELETE FROM es.event WHERE stream_id = $1 AND version = ${length}`;

describe('a stream', () => {
  it('is whole as it was appended', async () => {
    expect(await brokenAt(await streamOf(log.app, length))).toBeNull();
  });

  it.each([
    ['recorded_at was forged', [update(`recorded_at = recorded_at - interval '1 day'`)], 3],
    [
      'recorded_at was forged by a microsecond',
      [update(`recorded_at = recorded_at + interval '1 microsecond'`)],
      3,
    ],
    ['occurred_at was changed', [update(`occurred_at = occurred_at + interval '1 day'`)], 3],
    ['the payload was changed', [update(`data = '{"key": "another"}'`)], 3],
    ['a sealed part was changed', [update(`sealed = '{"case": "Ag=="}'`)], 3],
    ['a sealed part was taken away', [update(`sealed = '{}'`)], 3],
    ['the owner was changed', [update('owner_id = gen_random_uuid()')], 3],
    ['the actor was changed', [update(`actor = '{"id": "mara", "kind": "person"}'`)], 3],
    ['the type was changed', [update(`type = 'MessageFailed'`)], 3],
    ['the schema version was changed', [update('schema_version = 2')], 3],
    ['the ids were changed', [update('event_id = gen_random_uuid()')], 3],
    ['the command was changed', [update('command_id = gen_random_uuid()')], 3],
    ['the cause was changed', [update('causation_id = gen_random_uuid()')], 3],
    ['the order in the log was changed', [update('position = position + 1000000')], 3],
    ['a middle event was removed', ['DELETE FROM es.event WHERE stream_id = $1 AND version = 2'], 3],
    ['the first event was removed', ['DELETE FROM es.event WHERE stream_id = $1 AND version = 1'], 2],
    ['the tail was cut', [cut], length],
    [
      'the tail was cut and the version put back',
      [cut, `UPDATE es.stream SET version = ${length - 1} WHERE stream_id = $1`],
      length,
    ],
    ['everything was removed', ['DELETE FROM es.event WHERE stream_id = $1'], 1],
    ['everything was removed but the events', ['DELETE FROM es.stream WHERE stream_id = $1'], 1],
    ['an event was put behind the head', [grown], length + 1],
    ['an event was put behind the head, well chained', [grown, chained], length + 1],
    [
      'an event was put behind the head, well chained, and the version raised',
      [grown, chained, `UPDATE es.stream SET version = ${length + 1} WHERE stream_id = $1`],
      length + 2,
    ],
    [
      'an event was changed and chained anew without what follows',
      [
        update(`data = '{"key": "another"}'`),
        `UPDATE es.event e SET hash = es.digest(
           (SELECT p.hash FROM es.event p WHERE p.stream_id = $1 AND p.version = 2), e)
          WHERE stream_id = $1 AND version = 3`,
      ],
      4,
    ],
  ])('is found broken when %s', async (_, statements, version) => {
    const stream = await streamOf(log.app, length);
    await tamper(stream, statements);
    expect(await brokenAt(stream)).toBe(version);
  });
});
