import { describe, expect, it } from '@jest/globals';
import { addressOfCell } from '../../parts/figures/address-of-flags.js';
import { askedFor, filtersIn } from './filters.js';

describe('the list that a number opens', () => {
  const listed = (query: Record<string, string>) => askedFor(filtersIn(addressOfCell(query, null)));

  it('is asked for with the query that was counted', () => {
    const query = { rule: 'no_contact', severity: '2', snoozed: 'false', technical: 'false' };
    expect(listed(query)).toEqual(query);
  });

  it('has those put aside where they were counted', () => {
    expect(listed({ commune: 'alsdorf' })).toEqual({ commune: 'alsdorf', snoozed: 'all' });
    expect(listed({ coach: 'none', snoozed: 'true' })).toEqual({ coach: 'none', snoozed: 'true' });
  });

  it('says in its address only what is not so anyway, and how it was counted', () => {
    const address = addressOfCell({ severity: '3', snoozed: 'false' }, 'commune');
    expect(address.toString()).toBe('severity=3&nach=commune');
  });
});
