import { invalidInput, ruleRefuses } from '../../http/problems.js';
import { AccountRefused } from '../account-refused.js';

/** The field that a refusal is about, and what is expected of it. */
const fields: Readonly<Record<string, { pointer: string; message: string }>> = {
  'malformed-email': { pointer: '/email', message: 'expected an e-mail address' },
  'name-required': { pointer: '/name', message: 'expected a given name and a family name' },
  'malformed-name': { pointer: '/name', message: 'expected at most 100 characters on one line' },
  'phone-required': { pointer: '/phone', message: 'expected a number to be called back under' },
  'communes-of-admin': {
    pointer: '/communes',
    message: 'expected none: an administrator sees no journeys',
  },
  'unknown-commune': { pointer: '/communes', message: 'expected communes of the programme' },
};

/**
 * Does something with an account; what is refused is told by its field.
 * @throws Problem 409 for an address that is taken, 422 for the rest
 */
export async function toldByField<Result>(act: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof AccountRefused)) throw error;
    const field = fields[error.code];
    if (!field) throw ruleRefuses(error.code, 'There is an account with this address already');
    throw invalidInput([{ code: error.code, ...field }]);
  }
}
