import { ConfigError } from './config-error.js';
import { readOptional, type Environment } from './read-variable.js';

/** The administrator that is made when there is none. */
export interface FirstAdmin {
  readonly email: string;
  readonly password: string;
}

/**
 * @returns undefined when none is wanted
 * @throws ConfigError when only half of it is set
 */
export function readAdmin(env: Environment): FirstAdmin | undefined {
  const email = readOptional(env, 'LOTSE_ADMIN_EMAIL');
  const password = readOptional(env, 'LOTSE_ADMIN_PASSWORD');
  if (email && password) return Object.freeze({ email, password });
  if (email)
    throw new ConfigError('LOTSE_ADMIN_EMAIL is set without LOTSE_ADMIN_PASSWORD; set both or none.');
  if (password)
    throw new ConfigError('LOTSE_ADMIN_PASSWORD is set without LOTSE_ADMIN_EMAIL; set both or none.');
  return undefined;
}
