import type { Role } from '../../contract/access.js';
import type { Account } from '../http/ports.js';

/** The columns every query for an account reads, in the table's alias `a`. */
export const ACCOUNT_COLUMNS = 'a.id, a.email, a.name, a.phone, a.role, a.communes';

export interface AccountRow {
  id: string;
  email: string;
  name: string;
  phone: string | null;
  role: Role;
  communes: string[] | null;
}

/** The account a row holds, without what a query read beside it. */
export const accountOf = ({ id, email, name, phone, role, communes }: AccountRow): Account => ({
  id,
  email,
  name,
  phone,
  role,
  communes,
});

/** Two spellings of an address are one account. */
export const foldEmail = (email: string) => email.trim().toLowerCase();
