import { describe, expect, it } from '@jest/globals';
import type { Role } from '../../../contract/access.js';
import { accessTo } from './access-to.js';

const account = (role: Role, communes: string[] | null) => {
  return { id: 'mara', email: 'mara@example.org', name: 'Mara Lenz', phone: null, role, communes };
};
const journey = (commune: string, coachId: string | null) => ({ commune, coachId });

describe('a coach', () => {
  const mara = account('coach', ['stolberg']);
  it('sees her own journeys in full, wherever they lie', () => {
    expect(accessTo(mara, journey('monschau', 'mara'))).toBe('full');
  });
  it("sees in her communes those without a coach in full, and her colleagues' reduced", () => {
    expect(accessTo(mara, journey('stolberg', null))).toBe('full');
    expect(accessTo(mara, journey('stolberg', 'jana'))).toBe('reduced');
  });
  it('sees nothing of other communes', () => {
    expect(accessTo(mara, journey('monschau', null))).toBeUndefined();
    expect(accessTo(mara, journey('monschau', 'jana'))).toBeUndefined();
  });
});

describe('a coordinator', () => {
  it('sees every journey of her communes, or of the region, in full', () => {
    expect(accessTo(account('coordinator', ['stolberg']), journey('stolberg', 'jana'))).toBe('full');
    expect(accessTo(account('coordinator', ['stolberg']), journey('monschau', null))).toBeUndefined();
    expect(accessTo(account('coordinator', null), journey('monschau', 'jana'))).toBe('full');
  });
});

describe('an administrator', () => {
  it('sees no journey', () => {
    expect(accessTo(account('admin', null), journey('stolberg', null))).toBeUndefined();
  });
});
