import { describe, expect, it } from '@jest/globals';
import type { View } from '../../../../contract/pages/views.js';
import { usualColumns } from '../columns.js';
import { askedBy, isChanged, keptFrom } from './asked-by-view.js';

const usual = usualColumns(true);
const coach = { role: 'coach' } as const;
const coordinator = { role: 'coordinator' } as const;
const view: View = {
  id: '3f0e5a52-0b3f-5a1c-9d53-6a2f1c7f0a03',
  name: 'Warteliste',
  sharedWith: 'nobody',
  owner: null,
  filters: { moduleState: 'waitlisted' },
  columns: [],
  sort: 'name',
  count: 9,
};

describe('A view', () => {
  it('without a coach shows everybody’s, also to a coach', () => {
    expect(askedBy(view, coach, usual).filters).toEqual({
      open: 'true',
      coach: 'all',
      moduleState: 'waitlisted',
    });
    expect(askedBy(view, coordinator, usual).filters).toEqual({ open: 'true', moduleState: 'waitlisted' });
  });

  it('is what it was kept as, and nothing that holds anyway is kept', () => {
    const asked = askedBy(view, coach, usual);
    expect(keptFrom(asked, usual)).toEqual({
      filters: { open: 'true', moduleState: 'waitlisted' },
      sort: 'name',
      columns: [],
    });
    expect(isChanged(asked, askedBy({ ...view, ...keptFrom(asked, usual) }, coach, usual))).toBe(false);
  });

  it('is changed by another filter, order or column', () => {
    const asked = askedBy(view, coordinator, usual);
    expect(isChanged({ ...asked, filters: { ...asked.filters, commune: 'stolberg' } }, asked)).toBe(true);
    expect(isChanged({ ...asked, sort: 'paper' }, asked)).toBe(true);
    expect(isChanged({ ...asked, columns: ['phase'] }, asked)).toBe(true);
    expect(isChanged({ ...asked, columns: usual.toReversed() }, asked)).toBe(false);
  });
});
