import { role as roles, type Role } from '../../contract/access.js';
import { email as anEmail } from '../../contract/routes/fields.js';
import { AccountRefused } from './account-refused.js';
import { MIN_PASSWORD_LENGTH } from './passwords.js';

/** What somebody says who adds an account. Without communes: the whole region. */
export interface NewAccount {
  email: string;
  role: string;
  name?: string;
  phone?: string;
  communes?: readonly string[];
  /** Without it the account signs in with tokens only. */
  password?: string;
}

export interface CheckedAccount {
  email: string;
  role: Role;
  name: string;
  phone: string | null;
  communes: string[] | null;
}

/**
 * Checks a new account.
 * @param knownCommunes the programme's communes
 * @throws AccountRefused that says what was found and what is expected
 */
export function checkNewAccount(account: NewAccount, knownCommunes: readonly string[]): CheckedAccount {
  const email = anEmail.safeParse(account.email);
  if (!email.success)
    refuse('malformed-email', 'Found no e-mail address, expected one such as mara.lenz@example.org.');
  const role = roles.safeParse(account.role);
  if (!role.success) {
    refuse('unknown-role', `Found the role "${account.role}", expected one of ${roles.options.join(', ')}.`);
  }
  const { password } = account;
  if (password !== undefined && password.length < MIN_PASSWORD_LENGTH) {
    refuse('password-too-short', `Expected a password of at least ${MIN_PASSWORD_LENGTH} characters.`);
  }
  return {
    email: email.data,
    role: role.data,
    name: checkName(account, role.data) ?? email.data,
    phone: checkPhone(account, role.data),
    communes: checkCommunes(account, role.data, knownCommunes),
  };
}

function checkName({ name }: NewAccount, role: Role): string | undefined {
  const trimmed = name?.trim().replaceAll(/\s+/g, ' ');
  // her first name signs the reminders, her whole name stands in the list of coaches
  if (role !== 'admin' && !/^\S+ \S/.test(trimmed ?? '')) {
    refuse('name-required', `A ${role} needs a name, expected --name "Vorname Nachname".`);
  }
  if (trimmed && (trimmed.length > 100 || /\p{Cc}/u.test(trimmed))) {
    refuse('malformed-name', 'Expected a name of at most 100 characters on one line.');
  }
  return trimmed || undefined;
}

function checkPhone({ phone }: NewAccount, role: Role): string | null {
  const trimmed = phone?.trim();
  if (!trimmed && role === 'admin') return null;
  if (!trimmed || !/^\+?[\d ()/-]{5,30}$/.test(trimmed)) {
    refuse(
      'phone-required',
      `A ${role} needs a phone number to be called back, expected such as --phone "+49 2403 1234".`,
    );
  }
  return trimmed;
}

function checkCommunes({ communes }: NewAccount, role: Role, known: readonly string[]): string[] | null {
  if (!communes || communes.length === 0) return null;
  if (role === 'admin') refuse('communes-of-admin', 'An admin sees no journeys and takes no --commune.');
  const unknown = communes.find((commune) => !known.includes(commune));
  if (unknown !== undefined) {
    refuse('unknown-commune', `Found the commune "${unknown}", expected any of ${known.join(', ')}.`);
  }
  return [...new Set(communes)];
}

function refuse(code: string, message: string): never {
  throw new AccountRefused(code, message);
}
