import { Argument, type Command } from 'commander';
import type { Why } from '../../read-models/rebuild/healing.js';
import { inThreads } from '../../read-models/rebuild/rebuild-in-threads.js';
import { rebuildable } from '../../read-models/rebuild/names.js';
import { rebuild, type Rebuilt } from '../../read-models/rebuild/rebuild.js';
import { CliError } from '../cli-error.js';
import { withPlatform } from '../open-platform.js';
import { Progress } from '../progress.js';
import type { Terminal } from '../terminal.js';

/** `rebuild [NAME]`: makes the read models what the log says, while everybody goes on. */
export function addRebuild(lotse: Command, terminal: Terminal): void {
  lotse
    .command('rebuild')
    .description('Make read models what the log says, on the database itself, while everybody goes on')
    .addArgument(new Argument('[name]', 'one read model; all without it').choices(rebuildable))
    .option('--json', 'print what was looked at and made right as JSON')
    .action(async (name: string | undefined, { json }: { json?: true }) => {
      const progress = new Progress(terminal);
      const models = name === undefined ? rebuildable : [name];
      const { seconds, ...rebuilt } = await withPlatform(terminal.env, async (platform) => {
        const began = performance.now();
        const done = await rebuild(
          platform,
          models,
          (done, of) => progress.update(done, of),
          inThreads(platform),
        );
        return { ...done, seconds: (performance.now() - began) / 1000 };
      }).finally(() => progress.end());
      terminal.out(json ? JSON.stringify({ ...rebuilt, seconds }) : reportOf(rebuilt, seconds));
      if (rebuilt.failed.length > 0) throw new CliError(failuresOf(rebuilt));
    });
}

function reportOf({ journeys, accounts, events, healed }: Rebuilt, seconds: number): string {
  const looked = `${journeys} journeys and ${accounts} accounts were looked at`;
  const pace = `${events} events in ${seconds.toFixed(1)} s, ${Math.round(events / seconds)} a second`;
  const rows = Object.entries(healed).map(([name, count]) => `${name} ${count}`);
  const found = rows.length > 0 ? `Rows made right: ${rows.join(', ')}.` : 'Every row was right.';
  return `${looked}: ${pace}.\n${found}`;
}

const words: Record<Why, string> = {
  'log-broken': 'events are missing, or can’t be opened or folded',
  'newer-version': 'a newer version of Lotse wrote its row; use that one',
  'in-the-way': 'another journey’s row holds its Kennung or its place',
  busy: 'it was written again and again meanwhile; run this again',
};

const failuresOf = ({ failed }: Rebuilt): string =>
  [
    `The rows of ${failed.length} could not be made and are as they were:`,
    ...failed.map(({ id, why }) => `  ${id}: ${words[why]}`),
  ].join('\n');
