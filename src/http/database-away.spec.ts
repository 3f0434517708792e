import { describe, expect, it } from '@jest/globals';
import { isDatabaseAway } from './database-away.js';

const error = (fields: object, message = 'x') => Object.assign(new Error(message), fields);

describe('a database that can not be reached', () => {
  it('is told by its codes, also through TypeORM', () => {
    expect(isDatabaseAway(error({ code: 'ECONNREFUSED', syscall: 'connect' }))).toBe(true);
    expect(isDatabaseAway(error({ code: '57P01' }))).toBe(true);
    expect(isDatabaseAway(error({ driverError: error({ code: '08006' }) }))).toBe(true);
    expect(isDatabaseAway(error({}, 'Connection terminated unexpectedly'))).toBe(true);
  });

  it('is not a wrong query, a missing file or a bug', () => {
    expect(isDatabaseAway(error({ code: '23505' }))).toBe(false);
    expect(isDatabaseAway(error({ code: 'ENOENT', syscall: 'open' }))).toBe(false);
    expect(isDatabaseAway(new TypeError('x'))).toBe(false);
    expect(isDatabaseAway('ECONNREFUSED')).toBe(false);
  });
});
