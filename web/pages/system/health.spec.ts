import { describe, expect, it } from '@jest/globals';
import { Refused } from '../../api/problem.js';
import { askHealth } from './health.js';

const parts = { database: 'down', temporal: 'up', worker: 'down', relay: 'down', mail: 'up' } as const;
const refusal = (more: object): Refused =>
  new Refused(503, { type: 'about:blank', title: '', status: 503, code: 'unexpected', ...more });

describe('The health of the parts', () => {
  it('is told without the database too', async () => {
    const ask = () => Promise.reject(refusal({ parts }));
    await expect(askHealth(ask)).resolves.toEqual({ status: 'degraded', parts, notices: [] });
  });

  it('is not known where nothing tells it', async () => {
    await expect(askHealth(() => Promise.reject(refusal({})))).rejects.toBeInstanceOf(Refused);
    await expect(askHealth(() => Promise.reject(new Error('away')))).rejects.toThrow('away');
  });
});
