import { describe, expect, it } from '@jest/globals';
import { Refused } from '../../api/problem.js';
import { faultsOf } from './faults.js';

const refusedBy = (code: string, errors?: { pointer: string; code: string; message: string }[]): Refused =>
  new Refused(errors ? 422 : 409, {
    type: 'about:blank',
    title: 'No',
    status: 409,
    code,
    ...(errors && { errors }),
  });

describe('What is not as expected', () => {
  it('stands at the field that the server names, in words', () => {
    const error = refusedBy('invalid-input', [
      { pointer: '/participant/phone', code: 'invalid-format', message: 'found a text' },
      { pointer: '/document/kind', code: 'unknown-kind', message: 'No such kind.' },
    ]);
    expect(faultsOf(error, false)).toEqual({
      '/participant/phone': expect.stringContaining('0171'),
      '/document/kind': 'No such kind.',
    });
  });

  it('asks who may make an exception for its reason', () => {
    expect(Object.keys(faultsOf(refusedBy('too-old'), true))).toEqual(['/exception/reason']);
    expect(Object.keys(faultsOf(refusedBy('too-old'), false))).toEqual(['/participant/bornOn']);
  });

  it('knows which field a refusal by the rules is about', () => {
    expect(Object.keys(faultsOf(refusedBy('too-young'), true))).toEqual(['/participant/bornOn']);
    expect(Object.keys(faultsOf(refusedBy('external-id-taken'), true))).toEqual(['/externalId']);
    expect(faultsOf(refusedBy('anything-else'), true)).toEqual({});
    expect(faultsOf(new Error('away'), true)).toEqual({});
  });
});
