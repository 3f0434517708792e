import type { Command } from 'commander';
import type { Platform } from '../../platform.js';
import { verify, type Verified } from '../../reconciliation/verify.js';
import { workflowCheck } from '../../reconciliation/workflows.js';
import { connectClient } from '../../temporal/connect.js';
import { CliError } from '../cli-error.js';
import { withPlatform } from '../open-platform.js';
import { Progress } from '../progress.js';
import type { Terminal } from '../terminal.js';
import { knowsTemporal } from '../where.js';
import { findingsTable, summaryOf, withoutHealed } from './verify-report.js';

interface Options {
  heal?: true;
  complete?: true;
  json?: true;
}

/** `verify`: whether everything that is stored agrees; ends with 1 where something differs and was not healed. */
export function addVerify(lotse: Command, terminal: Terminal): void {
  lotse
    .command('verify')
    .description('Check log, read models, agendas, messages, keys and workflows, on the database itself')
    .option('--heal', 'heal what can be healed safely, and note what stands; without it nothing is written')
    .option('--complete', 'ask Temporal for every journey that waits, not for some')
    .option('--json', 'print everything that was found as JSON')
    .action(async (options: Options) => {
      const verified = await withPlatform(terminal.env, (platform) => run(platform, options, terminal));
      const left = withoutHealed(verified.findings);
      if (options.json) terminal.out(JSON.stringify(verified));
      else if (verified.findings.length > 0) terminal.out(findingsTable(verified.findings));
      const summary = summaryOf(verified);
      if (left.length > 0) throw new CliError(summary);
      if (!options.json) terminal.out(summary);
    });
}

async function run(platform: Platform, { heal, complete }: Options, terminal: Terminal): Promise<Verified> {
  const { config, secrets } = platform;
  const { client, connection } = connectClient(config, secrets.payloads);
  const progress = new Progress(terminal);
  try {
    const known = knowsTemporal(terminal.env) ? client : undefined;
    return await verify(platform, workflowCheck({ ...platform, client: known }), {
      heal: heal === true,
      complete: complete === true,
      progress: (done, of) => progress.update(done, of),
    });
  } finally {
    progress.end();
    await connection.close();
  }
}
