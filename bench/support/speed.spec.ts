import { describe, expect, it } from '@jest/globals';
import { speedNow } from './speed.js';

describe('what the machine gives', () => {
  it('is a rate: as many a second, however long it is looked at', async () => {
    const rates = [await speedNow(50), await speedNow(200)];
    expect(Math.min(...rates)).toBeGreaterThan(0);
    expect(Math.max(...rates) / Math.min(...rates)).toBeLessThan(10);
  });
});
