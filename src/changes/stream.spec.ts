import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { isAfter, type Checkpoint } from '../event-store/checkpoint.js';
import type { Account } from '../http/ports.js';
import { cursorFrom } from './cursor.js';
import { ChangeStream } from './stream.js';
import type { Batch } from './tail.js';

const karl: Account = {
  id: 'karl',
  email: 'karl@example.org',
  name: 'Karl',
  phone: null,
  role: 'coordinator',
  communes: null,
};
const place = (xid: number, position = xid): Checkpoint => ({ epoch: 1, xid: String(xid), position });
const stream = () => new ChangeStream(karl, '0197a3c4');

/** What the log said up to a place: something in a journey at each of these. */
function batch(to: number, ...happened: number[]): Batch {
  const now = { commune: 'eschweiler', coachId: null, version: 1 };
  return {
    to: place(to),
    looksDifferent: () => Promise.resolve(true),
    happenings: happened.map((xid) => ({
      at: place(xid),
      kind: 'journey',
      id: `j${xid}`,
      parts: ['flags'],
      streamVersion: 1,
      now,
    })),
  };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));
const read = ({ body }: ChangeStream): string => String(body.read() ?? '');
/** Each event with the place that its id stands for. */
const events = (text: string) =>
  [...text.matchAll(/id: (\S+)\nevent: change\ndata: (.*)\n\n/g)].map(([, id = '', data = '']) => {
    const { kind, id: journey } = JSON.parse(data) as { kind: string; id?: string };
    return [journey ?? kind, cursorFrom(id).position];
  });

describe('a stream of changes', () => {
  it('tells in order what it heard before it began, and nothing that lies before its place', async () => {
    const karls = stream();
    karls.hear(batch(4, 2, 4));
    karls.hear(batch(6, 5));
    karls.begin(place(1), place(2), [{ kind: 'import', id: 'i' }]);
    await settle();
    expect(events(read(karls))).toEqual([
      ['i', 2],
      ['j4', 4],
      ['j5', 6],
    ]);
  });

  it('gives the new place only with the last of several, so that a break in the middle loses none', async () => {
    const karls = stream();
    karls.begin(place(1), place(1), []);
    karls.hear(batch(9, 5, 6, 7));
    await settle();
    expect(events(read(karls))).toEqual([
      ['j5', 1],
      ['j6', 1],
      ['j7', 9],
    ]);
  });

  it('moves its place also where nothing is told: the next sign of life says so', async () => {
    const karls = stream();
    karls.begin(place(1), place(1), []);
    karls.hear(batch(8));
    await settle();
    read(karls);
    karls.beat();
    const [, id = ''] = /^: still here\nid: (\S+)\n\n$/.exec(read(karls)) ?? [];
    expect(cursorFrom(id)).toMatchObject(place(8));
  });

  it('breaks off when nobody reads: the client comes back to where it was', async () => {
    const karls = stream();
    const closed = once(karls.body, 'close');
    karls.begin(place(0), place(0), []);
    for (let at = 1; at < 10_000 && !karls.body.destroyed; at += 1) karls.beat();
    await closed;
    expect(karls.body.readableLength).toBeLessThan(300 * 1024);
  });
});

describe('places in the log', () => {
  it('are ordered by epoch, transaction as a number, and position', () => {
    const inOrder = [place(9, -1), place(9, 3), place(10, 2), { epoch: 2, xid: '1', position: 1 }];
    for (const [at, earlier] of inOrder.entries()) {
      expect(inOrder.map((other) => isAfter(other, earlier))).toEqual(inOrder.map((_, other) => other > at));
    }
  });
});
