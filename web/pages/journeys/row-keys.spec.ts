import { describe, expect, it } from '@jest/globals';
import { meantBy } from './row-keys.js';

const pressed = (key: string, more: { shiftKey?: boolean; ctrlKey?: boolean } = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  ...more,
});
const atRow = { isInside: true, isAtRow: true, singleKeys: true };
const elsewhere = { isInside: false, isAtRow: false, singleKeys: true };

describe('The keys of the list', () => {
  it('move inside it, and choose with Shift as they go', () => {
    expect(meantBy(pressed('ArrowDown'), atRow)).toEqual({ does: 'move', step: 1, extends: false });
    expect(meantBy(pressed('ArrowUp', { shiftKey: true }), atRow)).toEqual({
      does: 'move',
      step: -1,
      extends: true,
    });
    expect(meantBy(pressed('ArrowDown'), elsewhere)).toBeUndefined();
    expect(meantBy(pressed('j'), elsewhere)).toEqual({ does: 'move', step: 1, extends: false });
  });

  it('choose, look and open at a row only', () => {
    expect(meantBy(pressed('x'), atRow)).toEqual({ does: 'toggle' });
    expect(meantBy(pressed('Enter'), atRow)).toEqual({ does: 'peek' });
    expect(meantBy(pressed('o'), atRow)).toEqual({ does: 'open' });
    for (const key of ['x', 'Enter', 'o', 'Escape']) expect(meantBy(pressed(key), elsewhere)).toBeUndefined();
  });

  it('choose everybody or nobody inside the list, and leave the browser’s own keys alone elsewhere', () => {
    expect(meantBy(pressed('a', { ctrlKey: true }), atRow)).toEqual({ does: 'all' });
    expect(meantBy(pressed('a', { ctrlKey: true }), elsewhere)).toBeUndefined();
    expect(meantBy(pressed('x', { ctrlKey: true }), atRow)).toBeUndefined();
    expect(meantBy(pressed('Escape'), atRow)).toEqual({ does: 'clear' });
  });

  it('are no letters for whoever has switched them off', () => {
    const off = { ...atRow, singleKeys: false };
    for (const key of ['x', 'o', 'j', 'k']) expect(meantBy(pressed(key), off)).toBeUndefined();
    expect(meantBy(pressed('Enter'), off)).toEqual({ does: 'peek' });
  });
});
