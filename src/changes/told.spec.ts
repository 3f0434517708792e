import { describe, expect, it } from '@jest/globals';
import type { ChangedPart } from '../../contract/changes.js';
import type { Account } from '../http/ports.js';
import type { Happening, JourneyHappening } from './happenings.js';
import { changesFor } from './told.js';

const account = (id: string, role: Account['role'], communes: string[] | null): Account => {
  return { id, email: `${id}@example.org`, name: id, phone: null, role, communes };
};
const mara = account('mara', 'coach', ['eschweiler']);
const karl = account('karl', 'coordinator', null);

let position = 0;
/** Something in a journey of Mara's in Eschweiler, unless something else is said. */
function happened(parts: ChangedPart[], more: Partial<JourneyHappening> = {}): Happening {
  position += 1;
  const now = { commune: 'eschweiler', coachId: 'mara', version: 7 };
  const at = { epoch: 1, xid: String(position), position };
  return { at, kind: 'journey', id: 'a', parts, streamVersion: position, now, ...more };
}
const of = (coachId: string | null, commune = 'eschweiler') => ({ now: { commune, coachId, version: 7 } });

const never = () => Promise.reject(new Error('asked about something that is seen in full'));

describe('what an account is told', () => {
  it('is each journey once, with all parts in one order', async () => {
    const happenings = [happened(['messages', 'deadlines']), happened(['tasks']), happened(['deadlines'])];
    expect(await changesFor(mara, happenings, never)).toEqual([
      { kind: 'journey', id: 'a', version: 7, changed: ['deadlines', 'tasks', 'messages'] },
    ]);
  });

  it('asks about a colleague’s journey only for what can be seen of it, from before the first to the last', async () => {
    const asked: unknown[] = [];
    const differs =
      (answer: boolean) =>
      async (...question: unknown[]) => {
        asked.push(question);
        return answer;
      };
    const reduced = (parts: ChangedPart[], streamVersion: number) =>
      happened(parts, { ...of('jana'), streamVersion });
    const unseen = [reduced(['deadlines', 'messages'], 3), reduced(['contacts'], 4)];
    const seen = [
      ...unseen,
      reduced(['phase', 'milestones'], 5),
      reduced(['participant'], 8),
      reduced(['flags'], 9),
    ];
    expect(await changesFor(mara, unseen, differs(true))).toEqual([]);
    expect(asked).toEqual([]);
    expect(await changesFor(mara, seen, differs(false))).toEqual([]);
    expect(await changesFor(mara, seen, differs(true))).toEqual([{ kind: 'journey', id: 'a' }]);
    expect(asked).toEqual([
      ['a', 4, 8],
      ['a', 4, 8],
    ]);
  });

  it('of a journey that was handed over is its end, only for whoever has had it', async () => {
    const left = of('petra', 'monschau');
    const handed = (from: string | null) => happened(['coach'], { ...left, before: { coachId: from } });
    const after = happened(['contacts'], left);
    expect(await changesFor(mara, [handed('mara'), after], never)).toEqual([{ kind: 'gone', id: 'a' }]);
    expect(await changesFor(mara, [handed('jana'), handed('mara')], never)).toHaveLength(1);
    expect(await changesFor(mara, [handed('jana'), handed(null)], never)).toEqual([]);
    expect(await changesFor(mara, [after], never)).toEqual([]);
  });

  it.each([
    { reader: mara, most: 100 },
    { reader: karl, most: 1000 },
  ])('is everything at once where $most were too few for a $reader.role', async ({ reader, most }) => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => happened(['flags'], { id: `j${at}` }));
    expect(await changesFor(reader, many(most), never)).toHaveLength(most);
    expect(await changesFor(reader, many(most + 1), never)).toEqual([{ kind: 'everything' }]);
  });
});
