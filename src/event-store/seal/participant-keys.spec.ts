import { describe, expect, it } from '@jest/globals';
import { retentionClasses, type RetentionClass } from '../../../domain/journey/classes.js';
import {
  livingKey,
  renewKeys,
  unwrapForParts,
  unwrapKeys,
  type ParticipantKeys,
} from './participant-keys.js';

const wrapping = Buffer.alloc(32, 7);
const merhawi = '5d0c6a0a-57b4-4f8f-8a51-6a1f0a3c8d22';
const selam = '5d0c6a0a-57b4-4f8f-8a51-6a1f0a3c8d23';
const firstKeys = () => renewKeys(wrapping, merhawi, [], retentionClasses);

const destroy = (keys: ParticipantKeys, name: RetentionClass): ParticipantKeys =>
  keys.map((each) => (each.class === name ? { ...each, key: null } : each));

describe('a participant’s keys', () => {
  it('are one per retention class, all different, and come back unwrapped', () => {
    const { keys, made } = firstKeys();
    expect(keys.map((each) => [each.class, each.number])).toEqual(retentionClasses.map((name) => [name, 1]));
    expect(new Set(keys.map(({ key }) => key?.toString('hex'))).size).toBe(retentionClasses.length);
    expect(unwrapKeys(wrapping, merhawi, made)).toEqual(keys);
  });

  it('are the same where many are unwrapped at once, to open a part with each', () => {
    const { keys, made } = firstKeys();
    const wrapped = [null, ...made.map((each) => each.wrapped), null];
    expect(unwrapForParts(wrapping, wrapped)).toEqual([null, ...keys.map(({ key }) => key), null]);
  });

  it('are stored only wrapped', () => {
    const { keys, made } = firstKeys();
    for (const { key } of keys) {
      for (const { wrapped } of made) {
        expect(Buffer.from(wrapped ?? '', 'base64').includes(key ?? Buffer.of())).toBe(false);
      }
    }
  });

  it('stay as they are where one lives', () => {
    const { keys } = firstKeys();
    expect(renewKeys(wrapping, merhawi, keys, retentionClasses)).toEqual({ keys, made: [] });
  });

  it('get one of the next number where the last was destroyed, time and again', () => {
    let { keys } = firstKeys();
    const seen = new Set([livingKey(keys, 'status')?.key.toString('hex')]);
    for (const number of [2, 3, 4]) {
      keys = destroy(keys, 'status');
      expect(livingKey(keys, 'status')).toBeUndefined();
      const renewed = renewKeys(wrapping, merhawi, keys, ['status', 'case']);
      expect(renewed.made).toEqual([{ class: 'status', number, wrapped: expect.any(String) }]);
      expect(renewed.keys.slice(0, -1)).toEqual(keys);
      ({ keys } = renewed);
      expect(livingKey(keys, 'status')).toMatchObject({ number });
      seen.add(livingKey(keys, 'status')?.key.toString('hex'));
    }
    expect(seen.size).toBe(4);
  });

  it('are made for the classes that are asked for only', () => {
    expect(renewKeys(wrapping, merhawi, [], ['notes']).made).toMatchObject([{ class: 'notes', number: 1 }]);
  });

  it('keep their number when they were destroyed, while the others stay', () => {
    const { keys, made } = firstKeys();
    const left = made.map((key) => (key.class === 'contact' ? { ...key, wrapped: null } : key));
    expect(unwrapKeys(wrapping, merhawi, left)).toEqual(destroy(keys, 'contact'));
  });

  it('can’t be taken for another person’s, class’s or number’s, nor unwrapped by another master key', () => {
    const { made } = firstKeys();
    expect(() => unwrapKeys(wrapping, selam, made)).toThrow();
    expect(() => unwrapKeys(Buffer.alloc(32, 8), merhawi, made)).toThrow();
    const [first] = made;
    if (!first) throw new Error('No key');
    expect(() => unwrapKeys(wrapping, merhawi, [{ ...first, class: 'notes' }])).toThrow();
    expect(() => unwrapKeys(wrapping, merhawi, [{ ...first, number: 2 }])).toThrow();
  });
});
