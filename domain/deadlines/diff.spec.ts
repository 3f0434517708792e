import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { initialState } from '../journey/state.js';
import { evolve } from '../journey/evolve.js';
import { recordedAs } from '../../test/support/recorded.js';
import type { Agenda, AgendaItem, Deadline } from './agenda.js';
import { diffAgenda } from './diff.js';

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const deadline = fc.record({
  id: name,
  state: fc.constantFrom<Deadline['state']>('open', 'done', 'missed', 'cancelled'),
  due: fc.constantFrom('2027-01-04', '2027-01-05'),
});
const item = fc.record({
  key: name,
  act: fc.constantFrom<AgendaItem['act']>('remind', 'miss'),
  at: fc.constantFrom('2027-01-04T08:00:00.000Z', '2027-01-05T08:00:00.000Z'),
});
const agenda = fc
  .tuple(
    fc.uniqueArray(deadline, { selector: ({ id }) => id }),
    fc.uniqueArray(item, { selector: ({ key }) => key }),
  )
  .map(([deadlines, items]) => ({
    deadlines: Object.fromEntries(deadlines.map((each) => [each.id, each])),
    items: Object.fromEntries(items.map((each) => [each.key, each])),
    past: {},
    since: {},
    why: {},
  })) as fc.Arbitrary<Agenda>;

/** The agenda after a difference was recorded in it. */
function after(recorded: Agenda, diff: NonNullable<ReturnType<typeof diffAgenda>>): Agenda {
  const state = initialState('journey');
  state.case.agenda = structuredClone(recorded);
  return evolve(state, recordedAs({ type: 'AgendaChanged', plain: { stamp: 'test' }, case: diff })).case
    .agenda;
}

/** Whatever is no longer planned came from a record that was withdrawn. */
const nothingStands = (): boolean => false;

describe('the difference of two agendas', () => {
  it('is none between equals, in whatever order their fields were written', () => {
    fc.assert(
      fc.property(agenda, (same) => {
        const { deadlines, items } = same;
        const turned = Object.fromEntries(
          Object.entries(items).map(([key, item]) => [
            key,
            Object.fromEntries(Object.entries(item).toReversed()),
          ]),
        ) as unknown as Agenda['items'];
        expect(diffAgenda(same, { ...same, deadlines, items: turned }, nothingStands)).toBeUndefined();
      }),
    );
  });

  it('once recorded leaves nothing to record, and exactly the planned acts', () => {
    fc.assert(
      fc.property(agenda, agenda, (recorded, planned) => {
        const diff = diffAgenda(recorded, planned, nothingStands);
        const result = diff ? after(recorded, diff) : recorded;
        expect(diffAgenda(result, planned, nothingStands)).toBeUndefined();
        expect(result.items).toEqual(planned.items);
        expect(result.deadlines).toMatchObject(planned.deadlines);
      }),
    );
  });

  it('cancels a deadline that is no longer planned and drops none', () => {
    fc.assert(
      fc.property(agenda, agenda, (recorded, planned) => {
        const diff = diffAgenda(recorded, planned, nothingStands);
        const { deadlines } = diff ? after(recorded, diff) : recorded;
        for (const id of Object.keys(recorded.deadlines).filter((id) => !planned.deadlines[id])) {
          expect(deadlines[id]?.state).toBe('cancelled');
        }
      }),
    );
  });

  it('leaves done what was done while its record stands', () => {
    fc.assert(
      fc.property(agenda, agenda, (recorded, planned) => {
        const diff = diffAgenda(recorded, planned, () => true);
        const { deadlines } = diff ? after(recorded, diff) : recorded;
        const gone = Object.values(recorded.deadlines).filter(({ id }) => !planned.deadlines[id]);
        for (const { id, state } of gone) {
          expect(deadlines[id]?.state).toBe(state === 'done' ? 'done' : 'cancelled');
        }
      }),
    );
  });
});
