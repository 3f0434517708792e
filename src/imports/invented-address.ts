import type { RowError } from './register/findings.js';
import type { RegisterRow } from './register/register-row.js';

/** Domains that belong to nobody (RFC 2606, RFC 6761). */
const invented = /[@.](example\.(org|com|net)|invalid)$/;

/** Into a demonstration only invented addresses are taken: whoever was really written to would be a real person. */
export function refuseRealAddress({ email }: Pick<RegisterRow, 'email'>): RowError[] {
  if (email === undefined || invented.test(email)) return [];
  return [
    {
      column: 'E-Mail',
      found: email,
      expected: 'eine Adresse unter example.org, example.com, example.net oder .invalid',
      code: 'malformed-email',
      message: 'Eine Vorführung nimmt nur erfundene Adressen.',
    },
  ];
}
