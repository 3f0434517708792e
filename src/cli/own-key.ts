import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../config/read-variable.js';
import { dataDirOf } from './where.js';

/** The environment, with the data directory's own master key where no other is named. */
export function withKey(env: Environment): Environment {
  const file = join(dataDirOf(env), 'master.key');
  const isNamed = env['LOTSE_MASTER_KEY'] || env['LOTSE_MASTER_KEY_FILE'];
  return !isNamed && existsSync(file) ? { ...env, LOTSE_MASTER_KEY_FILE: file } : env;
}
