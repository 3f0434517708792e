import { Command, CommanderError } from 'commander';
import { AccountRefused } from '../access/account-refused.js';
import { BackupError } from '../backup/backup-error.js';
import { ConfigError } from '../config/config-error.js';
import { StartError } from '../embedded/start-error.js';
import { isDatabaseAway } from '../http/database-away.js';
import { ProgrammeError } from '../programmes/programme-error.js';
import { CliError } from './cli-error.js';
import { addBackup } from './commands/backup.js';
import { addImport } from './commands/import.js';
import { addJourney } from './commands/journey.js';
import { addJourneys } from './commands/journeys.js';
import { addRebuild } from './commands/rebuild.js';
import { addRecord } from './commands/record.js';
import { addRestore } from './commands/restore.js';
import { addRecover } from './commands/recover.js';
import { addTokenCreate } from './commands/token-create.js';
import { addUserAdd } from './commands/user-add.js';
import { addVerify } from './commands/verify.js';
import type { Terminal } from './terminal.js';

const failed = 1;
const wrongUsage = 2;

/** Runs one command line, without the program's name. Gives the exit code: 0, 1 when it failed, 2 for wrong usage. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await program(terminal).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : wrongUsage;
    terminal.err(lineOf(error));
    return failed;
  }
}

function program(terminal: Terminal): Command {
  const lotse = new Command('lotse')
    .description(
      'Lotse on the command line. Acts as LOTSE_TOKEN, else as the token that "token create --save" wrote.',
    )
    .exitOverride()
    .showHelpAfterError('Add --help to see what it takes.')
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
    });
  addImport(lotse, terminal);
  addJourneys(lotse, terminal);
  addJourney(lotse, terminal);
  addRecord(lotse, terminal);
  addRebuild(lotse, terminal);
  addVerify(lotse, terminal);
  addRecover(lotse, terminal);
  addUserAdd(lotse.command('user').description('Accounts, on the database itself'), terminal);
  addTokenCreate(lotse.command('token').description('Tokens, on the database itself'), terminal);
  addBackup(lotse, terminal);
  addRestore(lotse, terminal);
  return lotse;
}

/** Why it failed, without a stack trace: what is not ours to explain is named by its class. */
function lineOf(error: unknown): string {
  const told = [CliError, ConfigError, AccountRefused, ProgrammeError, BackupError, StartError];
  if (told.some((kind) => error instanceof kind)) return (error as Error).message;
  if (isDatabaseAway(error)) return 'The database does not answer. Start Lotse with: npm start';
  const name = error instanceof Error ? error.name : 'Error';
  return `This should not have happened (${name}); nothing more was done.`;
}
