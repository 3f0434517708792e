import { describe, expect, it } from '@jest/globals';
import { cellAfter, firstCell } from './heat-keys.js';

const opens = [
  [false, true, false, true],
  [true, false, false, true],
  [false, true, true, false],
];

describe('a key in the table of weeks', () => {
  it.each([
    ['ArrowRight', { row: 0, column: 1 }, { row: 0, column: 3 }],
    ['ArrowLeft', { row: 0, column: 3 }, { row: 0, column: 1 }],
    ['ArrowDown', { row: 0, column: 1 }, { row: 2, column: 1 }],
    ['ArrowUp', { row: 1, column: 3 }, { row: 0, column: 3 }],
    ['Home', { row: 2, column: 2 }, { row: 2, column: 1 }],
    ['End', { row: 1, column: 0 }, { row: 1, column: 3 }],
  ])('%s leads from %j to %j: cells that open nothing are passed', (key, from, to) => {
    expect(cellAfter(key, from, opens)).toEqual(to);
  });

  it.each([
    ['ArrowRight', { row: 0, column: 3 }],
    ['ArrowDown', { row: 2, column: 1 }],
    ['ArrowLeft', { row: 1, column: 0 }],
    ['ArrowUp', { row: 0, column: 1 }],
    ['a', { row: 0, column: 1 }],
  ])('%s leads from %j nowhere', (key, from) => {
    expect(cellAfter(key, from, opens)).toBeUndefined();
  });

  it('begins at the first that opens something, if any does', () => {
    expect(firstCell(opens)).toEqual({ row: 0, column: 1 });
    expect(firstCell([[false], [true]])).toEqual({ row: 1, column: 0 });
    expect(firstCell([[false, false]])).toBeUndefined();
  });
});
