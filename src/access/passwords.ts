import { hash, verify } from '@node-rs/argon2';

/** OWASP's parameters for argon2id: 19 MiB (19 × 1024 KiB), two passes, one lane. */
const COST = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/** Fewer characters than this can be guessed from a stolen table. */
export const MIN_PASSWORD_LENGTH = 8;

/** Hashes a password with argon2id (the library's default algorithm) and a salt of its own. */
export const hashPassword = (password: string) => hash(password.normalize('NFKC'), COST);

/** Nobody's password: what is compared where there is no account, so that both take the same time. */
const nobody = hashPassword('nobody');

/** Whether a password fits a stored hash; without a hash it never does, as slowly as with one. */
export async function passwordFits(password: string, stored: string | null | undefined): Promise<boolean> {
  const fits = await verify(stored ?? (await nobody), password.normalize('NFKC'));
  return fits && typeof stored === 'string';
}
