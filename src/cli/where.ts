import { join, resolve } from 'node:path';
import { localUrl } from '../config/loopback.js';
import { readOptional, readRequired, type Environment } from '../config/read-variable.js';
import { readIfThere } from '../embedded/files.js';
import { stillRuns } from '../embedded/processes.js';
import { readRunFile, type RunFile } from '../supervisor/run-file.js';
import { CliError } from './cli-error.js';

/** The data directory that the environment names, absolute. */
export const dataDirOf = (env: Environment): string => resolve(readRequired(env, 'LOTSE_DATA_DIR'));

/** The Lotse that runs on the data directory; a file that a killed one left behind counts for nothing. */
export function runningLotse(env: Environment): RunFile | undefined {
  const run = readRunFile(dataDirOf(env));
  return run && stillRuns(run) ? run : undefined;
}

/** Whether it is known where Temporal is: a running Lotse's, or that of `TEMPORAL_ADDRESS`. */
export const knowsTemporal = (env: Environment): boolean =>
  runningLotse(env) !== undefined || Boolean(env['TEMPORAL_ADDRESS']);

/** Where the API is: `LOTSE_URL`, else the local one. Without a slash at the end. */
export function apiUrl(env: Environment): string {
  const given = readOptional(env, 'LOTSE_URL');
  if (given !== undefined) return given.replace(/\/+$/, '');
  return runningLotse(env)?.url ?? localUrl(readRequired(env, 'LOTSE_HOST'), readRequired(env, 'LOTSE_PORT'));
}

/** The file in which `token create --save` keeps the token. */
export const tokenFile = (env: Environment): string => join(dataDirOf(env), 'token');

/** As whom the command line acts: `LOTSE_TOKEN`, else the saved token. */
export function tokenOf(env: Environment): string {
  const token = readOptional(env, 'LOTSE_TOKEN') ?? readIfThere(tokenFile(env))?.trim();
  if (token) return token;
  throw new CliError(`There is no token yet. Make an account and a token for it:\n${howToGetToken}`);
}

/** The two commands that lead to a token. */
export const howToGetToken = [
  '  npm run lotse -- user add --email you@example.org --name "Vorname Nachname" --phone "+49 2403 1234" --role coordinator',
  '  npm run lotse -- token create --user you@example.org --save',
].join('\n');
