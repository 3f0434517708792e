import { describe, expect, it } from '@jest/globals';
import { active, addressOf, areChanged, filtersIn, queryFor, sortIn, without } from './filters.js';

const coach = { role: 'coach' } as const;
const coordinator = { role: 'coordinator' } as const;
const at = (query: string): URLSearchParams => new URLSearchParams(query);

describe('The filters of the list', () => {
  it('show a coach her own open journeys where nothing is said', () => {
    expect(filtersIn(at(''), coach)).toEqual({ open: 'true', coach: 'me' });
    expect(filtersIn(at(''), coordinator)).toEqual({ open: 'true' });
    expect(sortIn(at(''))).toBe('name');
  });

  it('come back from the address that they were written to', () => {
    const filters = { open: 'all', phase: 'planned', dueWeeks: '8', renewalAsked: 'false', coach: 'all' };
    const address = addressOf(filters, 'paper', coach);
    expect(filtersIn(address, coach)).toEqual(filters);
    expect(sortIn(address)).toBe('paper');
  });

  it('leave out of the address what holds anyway', () => {
    expect(addressOf({ open: 'true', coach: 'me' }, 'name', coach).toString()).toBe('');
  });

  it('take nothing from an address that no filter says', () => {
    const address = at('open=perhaps&paperWeeks=-3&dueWeeks=100&flagged=1&phase=%3Cb%3E&q=Layla');
    expect(filtersIn(address, coordinator)).toEqual({ open: 'true' });
    expect(sortIn(at('sort=age'))).toBe('name');
  });

  it('are seen as chips, all that leave somebody out', () => {
    expect(active(filtersIn(at('phase=planned'), coach))).toEqual([
      ['phase', 'planned'],
      ['coach', 'me'],
    ]);
    expect(active({ open: 'true', coach: 'all' })).toEqual([]);
    expect(active({ open: 'false' })).toEqual([['open', 'false']]);
  });

  it('show everybody’s journeys to a coach who takes hers away', () => {
    const all = without(filtersIn(at(''), coach), 'coach', coach);
    expect(all).toEqual({ open: 'true', coach: 'all' });
    expect(areChanged(all, coach)).toBe(true);
    expect(without({ open: 'false' }, 'open', coordinator)).toEqual({ open: 'true' });
  });

  it('ask the server in its own words; a search begins with two letters', () => {
    expect(queryFor({ open: 'true', paperWeeks: '8', coach: 'all' }, 'name', ' L')).toEqual({
      open: 'true',
      paperWeeks: '8',
      coach: undefined,
      q: undefined,
      sort: 'name',
    });
    expect(queryFor({ open: 'true' }, 'name', ' La ').q).toBe('La');
  });
});
