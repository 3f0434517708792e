import { describe, expect, it } from '@jest/globals';
import { encodingFor } from './encoding-for.js';

describe('the encoding of an answer', () => {
  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['GZIP;q=0.9 , br ; q=0.5', 'gzip'],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
    ['gzip;q=0', undefined],
    ['identity;q=1, gzip;q=0.5', undefined],
    ['deflate', undefined],
    ['gzip;q=much', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('for "%s" is %s', (header, encoding) => {
    expect(encodingFor(header)).toBe(encoding);
  });
});
