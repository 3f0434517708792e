import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { retentionClasses, type RetentionClass } from '../../../domain/journey/classes.js';
import { livingKey, renewKeys, type ParticipantKeys } from './participant-keys.js';
import { openParts, sealParts } from './parts.js';

const wrapping = Buffer.alloc(32, 7);
const merhawi = '5d0c6a0a-57b4-4f8f-8a51-6a1f0a3c8d22';
const selam = '5d0c6a0a-57b4-4f8f-8a51-6a1f0a3c8d23';
const firstKeys = () => renewKeys(wrapping, merhawi, [], retentionClasses).keys;
const keys = firstKeys();

const without = (gone: readonly RetentionClass[]): ParticipantKeys =>
  keys.map((each) => (gone.includes(each.class) ? { ...each, key: null } : each));

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
        const found = openParts(without(gone), merhawi, sealParts(keys, merhawi, parts));
        expect(found.erased).toEqual(retentionClasses.filter((name) => gone.includes(name) && name in parts));
        for (const name of retentionClasses.filter((name) => !gone.includes(name))) {
          expect(found.parts[name]).toEqual(parts[name]);
        }
        for (const name of gone) expect(found.parts).not.toHaveProperty(name);
      }),
    );
  });

  it('are not dropped where no key lives: that is refused', () => {
    const parts = { contact: { phone: '1' }, case: { on: 'x' } };
    expect(() => sealParts(without(['contact']), merhawi, parts)).toThrow('no key to seal the class contact');
    expect(Object.keys(sealParts(without(['contact']), merhawi, { case: { on: 'x' } }))).toEqual(['case']);
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
    const key = livingKey(keys, 'case')?.key ?? Buffer.alloc(32);
    const sameKeyEverywhere = keys.map((each) => ({ ...each, key }));
    expect(() => openParts(sameKeyEverywhere, merhawi, { notes: sealed.case ?? '' })).toThrow();
    expect(() => openParts(keys, selam, sealed)).toThrow();
    expect(() => openParts(firstKeys(), merhawi, sealed)).toThrow();
  });
});

describe('the parts of a class whose key was destroyed and renewed', () => {
  const renewed = renewKeys(wrapping, merhawi, without(['status']), ['status']).keys;
  const old = sealParts(keys, merhawi, { status: { kind: 'toleration_60a' } });
  const later = sealParts(renewed, merhawi, { status: { kind: 'residence_18b' } });

  it('stay erased where the old key sealed them, and open where the new one did', () => {
    expect(openParts(renewed, merhawi, old)).toEqual({ parts: {}, erased: ['status'] });
    const opened = { parts: { status: { kind: 'residence_18b' } }, erased: [] };
    expect(openParts(renewed, merhawi, later)).toEqual(opened);
  });

  it('can’t be passed off as sealed by the other key, not even by the same bytes under another number', () => {
    const claiming = (sealed: string | undefined, number: number): { status: string } => {
      const bytes = Buffer.from(sealed ?? '', 'base64');
      bytes.writeUInt8(number, 0);
      return { status: bytes.toString('base64') };
    };
    expect(() => openParts(renewed, merhawi, claiming(old.status, 2))).toThrow();
    const [first] = keys.filter((each) => each.class === 'status');
    const bothKeys = [...renewed, { class: 'status', number: 3, key: first?.key ?? null } as const];
    expect(() => openParts(bothKeys, merhawi, claiming(old.status, 3))).toThrow();
    expect(openParts(renewed, merhawi, claiming(later.status, 1)).erased).toEqual(['status']);
  });

  it('are erased where no such key ever was', () => {
    expect(openParts([], merhawi, later)).toEqual({ parts: {}, erased: ['status'] });
  });
});
