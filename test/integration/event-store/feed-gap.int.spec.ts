import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { append, freshLog, type Log } from './log.js';

let log: Log;
beforeAll(async () => {
  log = await freshLog();
});
afterAll(() => log?.end());

const writers = 16;
const appendsPerWriter = 25;
const pause = (longest: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * longest));

/** A reader that goes on from where it was; `seen` are the event ids in the order in which it saw them. */
interface Reader {
  seen: string[];
  read(): Promise<number>;
}

/** Reads as the log is meant to be read: gated, in the order and from the place of all three keys. */
function gatedReader(limit = 7): Reader {
  let [epoch, xid, position] = [0, '0', 0];
  const seen: string[] = [];
  const read = async (): Promise<number> => {
    const { rows } = await log.app.query<{ epoch: number; xid: string; position: number; event_id: string }>(
      'SELECT epoch, xid, position, event_id FROM es.feed($1, $2, $3, $4)',
      [epoch, xid, position, limit],
    );
    for (const row of rows) ({ epoch, xid, position } = row);
    seen.push(...rows.map(({ event_id: id }) => id));
    return rows.length;
  };
  return { seen, read };
}

/** Reads as one would think of first: everything after the last position that was seen. */
function naiveReader(): Reader {
  let position = 0;
  const seen: string[] = [];
  const read = async (): Promise<number> => {
    const { rows } = await log.app.query<{ position: number; event_id: string }>(
      'SELECT position, event_id FROM es.event WHERE position > $1 ORDER BY position',
      [position],
    );
    position = rows.at(-1)?.position ?? position;
    seen.push(...rows.map(({ event_id: id }) => id));
    return rows.length;
  };
  return { seen, read };
}

/** Appends in transactions that dawdle, at times through two streams, and at times give up; gives the ids that stayed. */
async function write(): Promise<string[]> {
  const committed: string[] = [];
  const client = await log.app.connect();
  try {
    for (let n = 0; n < appendsPerWriter; n += 1) {
      const ids = [randomUUID(), randomUUID()];
      await client.query('BEGIN');
      for (const id of ids) {
        await append(client, { stream: randomUUID(), ids: [id] });
        await pause(12);
      }
      const stays = Math.random() < 0.8;
      await client.query(stays ? 'COMMIT' : 'ROLLBACK');
      if (stays) committed.push(...ids);
      await pause(4);
    }
  } finally {
    client.release();
  }
  return committed;
}

/** An append that draws its position first and commits last: what the naive reader can't see coming. */
async function overtaken(naive: Reader): Promise<string[]> {
  const [early, late] = [randomUUID(), randomUUID()];
  const client = await log.app.connect();
  await client.query('BEGIN');
  await append(client, { stream: randomUUID(), ids: [early] });
  await append(log.app, { stream: randomUUID(), ids: [late] });
  await naive.read();
  await client.query('COMMIT');
  client.release();
  return [early, late];
}

/** Reads on until that many events were seen; a transaction anywhere in the cluster may hold the gate for a while. */
async function readUpTo(reader: Reader, count: number): Promise<void> {
  for (const end = Date.now() + 20_000; reader.seen.length < count && Date.now() < end;) {
    if ((await reader.read()) === 0) await pause(20);
  }
}

describe('the feed', () => {
  it('loses nothing while sixteen write, wait and give up; reading by position alone does', async () => {
    const [gated, naive] = [gatedReader(), naiveReader()];
    const committed = await overtaken(naive);
    const written = Promise.all(Array.from({ length: writers }, write));
    const writing = { goesOn: true };
    const reading = [gated, naive].map(async (reader) => {
      while (writing.goesOn) {
        await reader.read();
        await pause(3);
      }
    });
    committed.push(...(await written).flat());
    writing.goesOn = false;
    await Promise.all(reading);
    await readUpTo(gated, committed.length);
    await naive.read();

    expect(new Set(gated.seen)).toEqual(new Set(committed));
    expect(gated.seen).toHaveLength(committed.length);
    const missed = committed.filter((id) => !naive.seen.includes(id));
    expect(missed.length).toBeGreaterThan(1);
  });

  it('shows nothing that an open transaction may still come before', async () => {
    const reader = gatedReader(500);
    while ((await reader.read()) > 0);
    const client = await log.app.connect();
    await client.query('BEGIN');
    const [early, late] = [randomUUID(), randomUUID()];
    await append(client, { stream: randomUUID(), ids: [early] });
    await append(log.app, { stream: randomUUID(), ids: [late] });
    const before = reader.seen.length;
    const shown = await reader.read();
    await client.query('COMMIT');
    client.release();
    expect(shown).toBe(0);
    await readUpTo(reader, before + 2);
    expect(reader.seen.slice(before)).toEqual([early, late]);
  });

  it('goes by epoch first: after a move to another cluster transaction ids start again', async () => {
    const other = randomUUID();
    // As restored from a cluster that had counted further than this one ever will.
    await log.owner.query(
      `INSERT INTO es.event (epoch, xid, stream_id, version, event_id, type, schema_version, data, actor, command_id,
                             correlation_id, causation_id, occurred_at, recorded_at, hash)
       SELECT 1, '999999999999', $1, 1, $1, 'MessageSent', 1, '{}', '{}', $1, $1, $1, now(), now(), '\\x'`,
      [other],
    );
    const reader = gatedReader(500);
    while ((await reader.read()) > 0);
    expect(reader.seen).not.toContain(other);
    await log.owner.query('UPDATE es.installation SET epoch = 2');
    const next = randomUUID();
    await append(log.app, { stream: randomUUID(), ids: [next] });
    await readUpTo(reader, reader.seen.length + 2);
    expect(reader.seen.slice(-2)).toEqual([other, next]);
  });
});
