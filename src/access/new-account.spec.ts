import { describe, expect, it } from '@jest/globals';
import { checkNewAccount, type NewAccount } from './new-account.js';

const known = ['alsdorf', 'stolberg'];
const mara: NewAccount = {
  email: 'Mara.Lenz@Example.org ',
  role: 'coach',
  name: 'Mara  Lenz',
  phone: '+49 2402 123',
};
const code = (account: NewAccount) => {
  try {
    checkNewAccount(account, known);
    return 'taken';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a new account', () => {
  it('is folded, and without communes it is for the whole region', () => {
    expect(checkNewAccount(mara, known)).toEqual({
      email: 'mara.lenz@example.org',
      role: 'coach',
      name: 'Mara Lenz',
      phone: '+49 2402 123',
      communes: null,
    });
    expect(checkNewAccount({ ...mara, communes: ['stolberg', 'stolberg'] }, known).communes).toEqual([
      'stolberg',
    ]);
  });

  it('of a coach or coordinator has a whole name and a phone to be called back', () => {
    const { name: _, phone: __, ...bare } = mara;
    expect(code({ ...mara, name: 'Mara' })).toBe('name-required');
    expect(code({ ...bare, phone: '02402 1', role: 'coordinator' })).toBe('name-required');
    expect(code({ ...bare, name: 'Mara Lenz' })).toBe('phone-required');
    expect(code({ ...mara, phone: 'call me' })).toBe('phone-required');
    expect(code({ email: 'a@example.org', role: 'admin' })).toBe('taken');
  });

  it('has a role and communes that exist today', () => {
    expect(code({ ...mara, role: 'auditor' })).toBe('unknown-role');
    expect(code({ ...mara, communes: ['alsdorf', 'aachen'] })).toBe('unknown-commune');
    expect(code({ ...mara, role: 'admin', communes: ['alsdorf'] })).toBe('communes-of-admin');
  });

  it('has an address, and a password that is not guessed at once', () => {
    expect(code({ ...mara, email: 'mara' })).toBe('malformed-email');
    expect(code({ ...mara, password: '1234567' })).toBe('password-too-short');
  });
});
