import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { createToken } from '../../access/create-token.js';
import type { Environment } from '../../config/read-variable.js';
import { writePrivateFile } from '../../embedded/files.js';
import { CliError } from '../cli-error.js';
import { withPlatform } from '../open-platform.js';
import type { Terminal } from '../terminal.js';
import { dataDirOf, tokenFile } from '../where.js';

interface Options {
  user: string;
  save?: true;
  json?: true;
}

/** `token create`: makes a token, which is shown this once. */
export function addTokenCreate(token: Command, terminal: Terminal): void {
  token
    .command('create')
    .description('Make a token for an account and print it')
    .requiredOption('--user <email>', 'the account’s e-mail address')
    .option('--save', 'keep it for the following commands, in the data directory')
    .option('--json', 'print token and end of validity as JSON')
    .action(async ({ user, save, json }: Options) => {
      if (save) refuseForeignPlace(terminal.env);
      const issued = await withPlatform(terminal.env, ({ sql }) => createToken(sql, user));
      if (save) writePrivateFile(tokenFile(terminal.env), `${issued.token}\n`);
      terminal.out(json ? JSON.stringify(issued) : issued.token);
    });
}

/** A file of ours in somebody's directory would keep Lotse from ever starting on it. */
function refuseForeignPlace(env: Environment): void {
  const dataDir = dataDirOf(env);
  if (existsSync(join(dataDir, 'instance.json'))) return;
  throw new CliError(
    `LOTSE_DATA_DIR is "${dataDir}", which is no data directory of Lotse; leave --save away and set LOTSE_TOKEN.`,
  );
}
