import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pack, unpackText } from './packed.js';

describe('what a part says', () => {
  it('is the same after packing and unpacking, however large it is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.integer({ min: 0, max: 2000 }), (value, length) => {
        const said = { value, filling: 'Ä'.repeat(length) };
        expect(JSON.parse(unpackText(pack(said)))).toEqual(JSON.parse(JSON.stringify(said)));
      }),
    );
  });

  it('becomes small where it repeats itself', () => {
    const agenda = Array.from({ length: 40 }, (_, index) => ({ rule: 'residence_document_expiry', index }));
    expect(pack(agenda).length).toBeLessThan(JSON.stringify(agenda).length / 4);
  });

  it('stays a readable text where it is short, as earlier versions wrote all of it', () => {
    expect(pack({ language: 'ti' }).toString('utf8')).toBe('{"language":"ti"}');
  });

  it('is refused where it was cut', () => {
    const packed = pack({ filling: 'a'.repeat(1000) });
    expect(() => unpackText(packed.subarray(0, packed.length - 2))).toThrow();
  });
});
