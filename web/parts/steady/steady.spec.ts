import { describe, expect, it } from '@jest/globals';
import { begin, follow, settle, type Steady } from './steady.js';

interface Person {
  id: string;
  phase: string;
}

const aya = { id: 'aya', phase: 'planned' };
const daud = { id: 'daud', phase: 'planned' };
const selam = { id: 'selam', phase: 'intake' };
const names = ({ shown }: Steady<Person>): string[] => shown.map(({ id }) => id);

describe('A list that stands still', () => {
  const list = begin('by name', [aya, daud]);

  it('shows what the server says, in its order', () => {
    expect(names(list)).toEqual(['aya', 'daud']);
    expect(list.news).toBe(0);
  });

  it('keeps its order when the server has another', () => {
    expect(names(follow(list, 'by name', [daud, aya]))).toEqual(['aya', 'daud']);
  });

  it('changes an item in place and marks it', () => {
    const later = follow(list, 'by name', [aya, { ...daud, phase: 'placed' }]);
    expect(later.shown[1]).toEqual({ id: 'daud', phase: 'placed' });
    expect([...later.changed.keys()]).toEqual(['daud']);
  });

  it('marks nothing where the server says the same again', () => {
    expect(follow(list, 'by name', [{ ...aya }, { ...daud }]).changed.size).toBe(0);
  });

  it('keeps what no longer fits, and knows that it is gone', () => {
    const later = follow(list, 'by name', [daud]);
    expect(names(later)).toEqual(['aya', 'daud']);
    expect([...later.gone]).toEqual(['aya']);
    expect(follow(later, 'by name', [aya, daud]).gone.size).toBe(0);
  });

  it('counts what is new and does not let it in', () => {
    const later = follow(list, 'by name', [selam, aya, daud]);
    expect(names(later)).toEqual(['aya', 'daud']);
    expect(later.news).toBe(1);
  });

  it('begins anew when its reader wants something else', () => {
    const later = follow(follow(list, 'by name', [selam, daud]), 'by phase', [selam, daud]);
    expect(names(later)).toEqual(['selam', 'daud']);
    expect(later.news).toBe(0);
    expect(later.gone.size).toBe(0);
  });

  it('is the same list where nothing was said', () => {
    const items = [aya];
    const one = begin('by name', items);
    expect(follow(one, 'by name', items)).toBe(one);
  });

  it('takes away the marks of a round, not those of a later one', () => {
    const first = follow(list, 'by name', [{ ...aya, phase: 'placed' }, daud]);
    const second = follow(first, 'by name', [
      { ...aya, phase: 'placed' },
      { ...daud, phase: 'placed' },
    ]);
    expect([...settle(second, first.round).changed.keys()]).toEqual(['daud']);
    expect(settle(list, 9)).toBe(list);
  });
});
