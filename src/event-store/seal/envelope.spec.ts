import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { open, openUnproven, seal } from './envelope.js';

const key = Buffer.alloc(32, 7);
const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));

describe('a sealed part', () => {
  it('opens to what was sealed, under its key and in its context', () => {
    fc.assert(
      fc.property(bytes, fc.string(), (plain, context) => {
        const sealed = seal(key, plain, context);
        expect(sealed).toHaveLength(plain.length + 29);
        expect(open(key, sealed, context)).toEqual(plain);
      }),
    );
  });

  it('is another one every time, also for the same words', () => {
    const sealed = Array.from({ length: 100 }, () =>
      seal(key, Buffer.from('Merhawi'), 'c').toString('base64'),
    );
    expect(new Set(sealed).size).toBe(100);
  });

  it('does not open when any bit of it was changed', () => {
    fc.assert(
      fc.property(bytes, fc.nat(), (plain, at) => {
        const sealed = seal(key, plain, 'context');
        const bit = at % (sealed.length * 8);
        const byte = bit >> 3;
        sealed.writeUInt8(sealed.readUInt8(byte) ^ (1 << (bit & 7)), byte);
        expect(() => open(key, sealed, 'context')).toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it('does not open when it was cut or lengthened', () => {
    const sealed = seal(key, Buffer.from('Merhawi Tesfay'), 'context');
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => open(key, sealed.subarray(0, length), 'context')).toThrow();
    }
    expect(() => open(key, Buffer.concat([sealed, Buffer.of(0)]), 'context')).toThrow();
  });

  it('does not open under another key or in another context', () => {
    const sealed = seal(key, Buffer.from('Merhawi'), 'context');
    expect(() => open(randomBytes(32), sealed, 'context')).toThrow();
    expect(() => open(key, sealed, 'Context')).toThrow();
    expect(() => open(key, sealed, '')).toThrow();
  });
});

describe('many sealed texts of one length', () => {
  const many = fc.nat({ max: 50 }).chain((length) => {
    const text = fc.uint8Array({ minLength: length, maxLength: length }).map((array) => Buffer.from(array));
    return fc.record({ length: fc.constant(length), texts: fc.array(text, { maxLength: 20 }) });
  });

  it('are opened at once to what each opens to', () => {
    fc.assert(
      fc.property(many, ({ length, texts }) => {
        const sealed = texts.map((text, index) => seal(key, text, `context ${index}`));
        expect(openUnproven(key, sealed, length)).toEqual(texts);
      }),
    );
  });

  it('are refused where one is no sealed text, or of another length', () => {
    const sealed = seal(key, Buffer.alloc(32, 1), 'context');
    for (const other of [sealed.subarray(1), sealed.subarray(0, -1), Buffer.alloc(61), Buffer.of()]) {
      expect(() => openUnproven(key, [sealed, other], 32)).toThrow('no sealed part');
    }
    expect(() => openUnproven(key, [sealed], 31)).toThrow('no sealed part');
  });
});
