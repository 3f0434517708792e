import type { Command } from 'commander';
import type { Platform } from '../../platform.js';
import { outlookOf } from '../../recovery/outlook.js';
import { JourneysHeld, startAgain } from '../../recovery/start-again.js';
import { CliError } from '../cli-error.js';
import { withPlatform } from '../open-platform.js';
import type { Terminal } from '../terminal.js';
import { beginning, ending, outlookReport } from './recover-report.js';
import { untilToldAgain } from './recover-wait.js';

interface Options {
  dryRun?: true;
  wait: boolean;
  json?: true;
}

/** `recover`: after Temporal was lost or came back from a backup, has everything that it shall know told to it again. */
export function addRecover(lotse: Command, terminal: Terminal): void {
  lotse
    .command('recover')
    .description('After Temporal was lost or came back from a backup: start every journey’s workflow again')
    .option('--dry-run', 'say what would be started again, and change nothing')
    .option('--no-wait', 'begin, and do not wait until all are started: that goes on by itself')
    .option('--json', 'print the figures as JSON')
    .action((options: Options) =>
      withPlatform(terminal.env, (platform) =>
        options.dryRun ? look(platform, options, terminal) : recover(platform, options, terminal),
      ),
    );
}

async function look({ sql, clock }: Platform, { json }: Options, terminal: Terminal): Promise<void> {
  const outlook = await outlookOf(sql, await clock.now());
  terminal.out(json ? JSON.stringify(outlook) : outlookReport(outlook));
}

async function recover({ sql }: Platform, { wait, json }: Options, terminal: Terminal): Promise<void> {
  const begun = await startAgain(sql).catch((error: unknown) => {
    throw error instanceof JourneysHeld ? new CliError(heldByOthers) : error;
  });
  if (!json) terminal.out(beginning(begun));
  const waited = wait ? await untilToldAgain(sql, begun.journeys, terminal) : undefined;
  if (json) return terminal.out(JSON.stringify({ ...begun, ...waited }));
  if (waited) terminal.out(ending(waited));
}

const heldByOthers =
  'Something has held the journeys for ten seconds (a migration, or a session that somebody left open); nothing was changed. Try again when it is over.';
