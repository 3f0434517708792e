import { describe, expect, it } from '@jest/globals';
import { addressOfCell } from '../../parts/figures/address-of-deadlines.js';
import { askedFor, changed, filtersIn } from './filters.js';

const today = '2026-11-23';
const at = (address: string) => filtersIn(new URLSearchParams(address.split('?')[1]));

describe('the list that a number of deadlines opens', () => {
  const query = {
    state: 'open',
    kind: 'paper',
    dueFrom: '2026-12-07',
    dueBefore: '2026-12-14',
    coach: 'none',
  };

  it('is asked for with the query that was counted', () => {
    expect(askedFor(at(addressOfCell(query)), today)).toEqual({ list: 'deadlines', query });
  });

  it('is that of tasks where dates are missing', () => {
    const undated = { kind: 'fact_missing', state: 'open', commune: 'alsdorf' };
    expect(askedFor(at(addressOfCell(undated)), today)).toEqual({ list: 'tasks', query: undated });
  });

  it('says in its address only what is not so anyway', () => {
    expect(addressOfCell({ state: 'open', kind: 'plan' })).toBe('/fristen?kind=plan');
    expect(addressOfCell({ state: 'missed' })).toBe('/fristen?state=missed');
  });
});

describe('the list of deadlines', () => {
  it('is of four weeks where nothing else is said, the last day included', () => {
    expect(askedFor({}, today)).toEqual({
      list: 'deadlines',
      query: { state: 'open', dueBefore: '2026-12-22' },
    });
    expect(askedFor({ weeks: 'all', state: 'all' }, today)).toEqual({ list: 'deadlines', query: {} });
  });

  it('forgets days when weeks are chosen', () => {
    const address = new URLSearchParams('kind=plan&dueFrom=2026-12-07&dueBefore=2026-12-14');
    expect(changed(address, 'weeks', '8').toString()).toBe('kind=plan&weeks=8');
    expect(changed(address, 'kind', undefined).toString()).toBe('dueFrom=2026-12-07&dueBefore=2026-12-14');
  });

  it('takes nothing from an address that is no filter', () => {
    expect(at('?dueFrom=soon&state=late&weeks=0&undated=no&kind=a%20b&other=1')).toEqual({});
  });
});
