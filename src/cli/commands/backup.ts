import type { Command } from 'commander';
import { makeBackup } from '../../backup/backup.js';
import type { Manifest } from '../../backup/manifest.js';
import { withPlatform } from '../open-platform.js';
import { Progress } from '../progress.js';
import type { Terminal } from '../terminal.js';

interface Options {
  keys: string;
  json?: true;
}

/** `backup FOLDER --keys FILE`: writes everything of this moment, while Lotse goes on. */
export function addBackup(lotse: Command, terminal: Terminal): void {
  lotse
    .command('backup')
    .description('Write all that Lotse knows into a folder, and the keys of people into a file elsewhere')
    .argument('<folder>', 'for this backup alone: not there yet, or empty')
    .requiredOption('--keys <file>', 'where the keys go: to be kept in another place than the folder')
    .option('--json', 'print what the backup says of itself as JSON')
    .action(async (folder: string, { keys, json }: Options) => {
      const progress = new Progress(terminal);
      const update = (done: number, of: number): void => progress.update(done, of);
      const manifest = await withPlatform(terminal.env, ({ config }) =>
        makeBackup(config.database.adminUrl, { folder, keys, progress: update }),
      ).finally(() => progress.end());
      const lines = json ? [JSON.stringify(manifest)] : told(manifest, folder, keys);
      for (const line of lines) terminal.out(line);
    });
}

function told({ tables, takenAt, brokenStreams }: Manifest, folder: string, keys: string): string[] {
  const count = (name: string): number => tables.find((table) => table.name === name)?.rows ?? 0;
  return [
    `The backup of ${takenAt} is made: ${count('rm.journey')} journeys, ${count('es.event')} events.`,
    `  data: ${folder}`,
    `  keys: ${keys}  (keep it in another place)`,
    'The master key is in neither, and without it neither can be read: keep it in a third place.',
    ...(brokenStreams.length > 0
      ? [`The log of ${brokenStreams.length} streams is not as it was written: run verify.`]
      : []),
  ];
}
