import { describe, expect, it } from '@jest/globals';
import { countries } from './countries.js';

describe('Countries', () => {
  const german = countries('de');

  it('are named in the reader’s language, in its order', () => {
    expect(german.find(({ value }) => value === 'AF')?.label).toBe('Afghanistan');
    expect(countries('en').find(({ value }) => value === 'SY')?.label).toBe('Syria');
    const austria = german.findIndex(({ label }) => label === 'Österreich');
    expect(austria).toBeLessThan(german.findIndex(({ label }) => label === 'Pakistan'));
  });

  it('are each there once, and none that is no more', () => {
    expect(german.length).toBeGreaterThan(190);
    expect(new Set(german.map(({ label }) => label)).size).toBe(german.length);
    expect(german.map(({ value }) => value)).not.toContain('DD');
    expect(german.map(({ value }) => value)).not.toContain('EU');
  });
});
