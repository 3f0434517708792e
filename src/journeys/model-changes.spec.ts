import { describe, expect, it } from '@jest/globals';
import { inlineReadModels } from '../read-models/index.js';
import { modelChanges, type ModelRows, type StandingModelRows } from './model-changes.js';

const journey_id = '5f6e1c1e-0000-4000-8000-000000000001';
const notice = { key: 'k', journey_id, recipient: 'coach', about: 'x', urgent: false, settled_at: null };
const deadline = (id: string, due: string) => ({ id, journey_id, rule: 'plan_review', due, state: 'open' });

/** Rows of some models, none of the others. */
const rows = (of: Record<string, object[]>): ModelRows =>
  inlineReadModels.map(({ name }) => (of[name] ?? []).map((row) => ({ ...row })));

/** What is written, by model. */
const told = (before: StandingModelRows | undefined, after: ModelRows): object =>
  Object.fromEntries(modelChanges(before, after).map(({ model, rows: changed }) => [model.name, changed]));

describe('what a command changes in the read models', () => {
  const first = deadline('a', '2027-01-15');
  const second = deadline('b', '2027-02-15');

  it('is nothing where the rows are the same', () => {
    expect(told(rows({ deadline: [first, second] }), rows({ deadline: [second, first] }))).toEqual({});
  });

  it('is the row that moved, the new one, and the one that went', () => {
    const moved = { ...first, due: '2027-03-01' };
    const third = deadline('c', '2027-04-01');
    const change = { gone: [{ id: 'b' }], written: [moved, third] };
    expect(told(rows({ deadline: [first, second] }), rows({ deadline: [moved, third] }))).toEqual({
      deadline: change,
    });
  });

  it('tells rows apart by what their table tells them apart by', () => {
    expect(told(rows({ staff_notice: [notice] }), rows({}))).toEqual({
      staff_notice: { gone: [{ key: 'k' }], written: [] },
    });
  });

  it('is all of it where another definition may have written what stands there, and only there', () => {
    const stay = { key: 'k/0', journey_id, phase: 'intake', entered_on: '2026-01-12' };
    const before = inlineReadModels.map(({ isOfDefinition }) => (isOfDefinition ? undefined : []));
    const changes = modelChanges(before, rows({ phase: [stay] }));
    expect(changes.map(({ model, isWhole, rows: { written } }) => [model.name, isWhole, written])).toEqual([
      ['phase', true, [stay]],
    ]);
  });

  it('is all of it, in every model, where an older version wrote what stands there', () => {
    const changes = modelChanges(undefined, rows({ deadline: [first] }));
    expect(changes.map(({ model, isWhole }) => [model.name, isWhole])).toEqual(
      inlineReadModels.map(({ name }) => [name, true]),
    );
  });
});
