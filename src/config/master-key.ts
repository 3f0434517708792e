import { readFileSync } from 'node:fs';
import { ConfigError } from './config-error.js';
import { readOptional, refusal, type Environment } from './read-variable.js';
import { variables } from './variables.js';

/**
 * The key that wraps the participants' keys, from LOTSE_MASTER_KEY or LOTSE_MASTER_KEY_FILE.
 * @returns 32 bytes
 * @throws ConfigError when both or none is set, or when what is there is no such key
 */
export function readMasterKey(env: Environment): Buffer {
  const text = readOptional(env, 'LOTSE_MASTER_KEY');
  const file = readOptional(env, 'LOTSE_MASTER_KEY_FILE');
  if (text && file)
    throw new ConfigError('LOTSE_MASTER_KEY and LOTSE_MASTER_KEY_FILE are both set; set one.');
  if (text) return decode(text) ?? wrong(refusal('LOTSE_MASTER_KEY', text));
  if (!file) {
    throw new ConfigError(`LOTSE_MASTER_KEY is missing; it takes ${variables.LOTSE_MASTER_KEY.takes}.`);
  }
  return decode(contentOf(file)) ?? wrong(refusal('LOTSE_MASTER_KEY_FILE', file));
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return wrong(`${refusal('LOTSE_MASTER_KEY_FILE', file)} This file cannot be read.`);
  }
}

function decode(text: string): Buffer | undefined {
  const trimmed = text.trim();
  if (/^[0-9a-f]{64}$/i.test(trimmed)) return Buffer.from(trimmed, 'hex');
  const key = /^[A-Za-z0-9+/_-]{43}=?$/.test(trimmed) ? Buffer.from(trimmed, 'base64') : undefined;
  return key?.length === 32 ? key : undefined;
}

function wrong(message: string): never {
  throw new ConfigError(message);
}
