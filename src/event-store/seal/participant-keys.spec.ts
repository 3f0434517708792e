import { describe, expect, it } from '@jest/globals';
import { retentionClasses } from '../../../domain/journey/classes.js';
import { newKeys, unwrapKeys } from './participant-keys.js';

const wrapping = Buffer.alloc(32, 7);
const merhawi = '5d0c6a0a-57b4-4f8f-8a51-6a1f0a3c8d22';
const selam = '5d0c6a0a-57b4-4f8f-8a51-6a1f0a3c8d23';

describe('a participant’s keys', () => {
  it('are one per retention class, all different, and come back unwrapped', () => {
    const { keys, wrapped } = newKeys(wrapping, merhawi);
    expect(Object.keys(keys)).toEqual([...retentionClasses]);
    expect(new Set(Object.values(keys).map((key) => key.toString('hex'))).size).toBe(retentionClasses.length);
    expect(unwrapKeys(wrapping, merhawi, wrapped)).toEqual(keys);
  });

  it('are stored only wrapped', () => {
    const { keys, wrapped } = newKeys(wrapping, merhawi);
    for (const key of Object.values(keys)) {
      for (const stored of wrapped) expect(stored.wrapped?.includes(key)).toBe(false);
    }
  });

  it('are absent where they were destroyed, while the others stay', () => {
    const { keys, wrapped } = newKeys(wrapping, merhawi);
    const left = wrapped.map((key) => (key.class === 'contact' ? { ...key, wrapped: null } : key));
    const { contact: _, ...others } = keys;
    expect(unwrapKeys(wrapping, merhawi, left)).toEqual(others);
  });

  it('can’t be taken for another person’s or another class’s, nor unwrapped by another master key', () => {
    const { wrapped } = newKeys(wrapping, merhawi);
    expect(() => unwrapKeys(wrapping, selam, wrapped)).toThrow();
    expect(() => unwrapKeys(Buffer.alloc(32, 8), merhawi, wrapped)).toThrow();
    const [first] = wrapped;
    if (!first) throw new Error('No key');
    expect(() => unwrapKeys(wrapping, merhawi, [{ ...first, class: 'notes' }])).toThrow();
  });
});
