import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { retentionClasses } from '../../../domain/journey/classes.js';
import { newKeys, type ParticipantKeys } from './participant-keys.js';
import { openParts, sealParts } from './parts.js';

const wrapping = Buffer.alloc(32, 7);
const merhawi = '5d0c6a0a-57b4-4f8f-8a51-6a1f0a3c8d22';
const selam = '5d0c6a0a-57b4-4f8f-8a51-6a1f0a3c8d23';
const { keys } = newKeys(wrapping, merhawi);

// What JSON.parse gives: no -0, which JSON does not know.
const value = fc.jsonValue().map((any) => JSON.parse(JSON.stringify(any)) as unknown);
const parts = fc.record({ case: value, status: value, contact: value, notes: value }, { requiredKeys: [] });

describe('the parts of an event', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(parts, (parts) => {
        expect(openParts(keys, merhawi, sealParts(keys, merhawi, parts))).toEqual({ parts, erased: [] });
      }),
    );
  });

  it('are each erased by destroying one key, and only that one', () => {
    fc.assert(
      fc.property(parts, fc.subarray([...retentionClasses]), (parts, gone) => {
        const left: ParticipantKeys = { ...keys };
        for (const name of gone) delete left[name];
        const found = openParts(left, merhawi, sealParts(keys, merhawi, parts));
        expect(found.erased).toEqual(retentionClasses.filter((name) => gone.includes(name) && name in parts));
        for (const name of retentionClasses.filter((name) => !gone.includes(name))) {
          expect(found.parts[name]).toEqual(parts[name]);
        }
        for (const name of gone) expect(found.parts).not.toHaveProperty(name);
      }),
    );
  });

  it('take nothing new into a class whose key was destroyed', () => {
    const { contact: _, ...left } = keys;
    expect(Object.keys(sealParts(left, merhawi, { contact: { phone: '1' }, case: { on: 'x' } }))).toEqual([
      'case',
    ]);
  });

  it('hold nothing that can be read, also not in base64 or hex', () => {
    const sealed = sealParts(keys, merhawi, { case: { familyName: 'Unverwechselbar' } }).case ?? '';
    const bytes = Buffer.from(sealed, 'base64');
    for (const encoding of ['utf8', 'utf16le', 'base64', 'hex'] as const) {
      expect(sealed).not.toContain(Buffer.from('Unverwechselbar').toString(encoding));
    }
    expect(bytes.includes('Unverwechselbar')).toBe(false);
  });

  it('can’t be put into another class, or into another person’s event', () => {
    const sealed = sealParts(keys, merhawi, { case: { on: '2026-11-23' } });
    const sameKeyEverywhere = { ...keys, notes: keys.case ?? Buffer.alloc(32) };
    expect(() => openParts(sameKeyEverywhere, merhawi, { notes: sealed.case ?? '' })).toThrow();
    expect(() => openParts(keys, selam, sealed)).toThrow();
    expect(() => openParts(newKeys(wrapping, merhawi).keys, merhawi, sealed)).toThrow();
  });
});
