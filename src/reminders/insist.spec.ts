import { describe, expect, it } from '@jest/globals';
import { insist } from './insist.js';

const away = () => Object.assign(new Error('refused'), { code: 'ECONNREFUSED', syscall: 'connect' });

/** Fails as often as errors are given, then records. */
function recording(errors: Error[]) {
  let tries = 0;
  return {
    tries: () => tries,
    record: () => {
      const error = errors[tries];
      tries += 1;
      return error ? Promise.reject(error) : Promise.resolve('recorded');
    },
  };
}

describe('What an SMTP server has answered', () => {
  it('is recorded when the database comes back', async () => {
    const { record, tries } = recording([away(), away(), away()]);
    await expect(insist(record, { forMs: 5000, everyMs: 1 })).resolves.toBe('recorded');
    expect(tries()).toBe(4);
  });

  it('is left to the next claim when the database stays away', async () => {
    const { record } = recording(Array.from({ length: 1000 }, away));
    await expect(insist(record, { forMs: 20, everyMs: 5 })).rejects.toThrow('refused');
  });

  it('is not said again after an error of another kind', async () => {
    const { record, tries } = recording([new TypeError('wrong')]);
    await expect(insist(record, { forMs: 5000, everyMs: 1 })).rejects.toThrow('wrong');
    expect(tries()).toBe(1);
  });
});
