import type { Command } from 'commander';
import { restoreInto, type Restored } from '../../backup/restore.js';
import { openSource, type Source } from '../../backup/source.js';
import { readMasterKey } from '../../config/master-key.js';
import { masterSecrets } from '../../event-store/seal/master-secrets.js';
import { Progress } from '../progress.js';
import { withKey } from '../own-key.js';
import { onStoppedDatabase } from '../stopped-database.js';
import type { Terminal } from '../terminal.js';

interface Options {
  keys: string;
  json?: true;
}

/** `restore FOLDER --keys FILE`: brings a backup back into an empty database, while no Lotse runs on it. */
export function addRestore(lotse: Command, terminal: Terminal): void {
  lotse
    .command('restore')
    .description('Bring a backup back into an empty database, while Lotse is stopped')
    .argument('<folder>', 'what "backup" made')
    .requiredOption('--keys <file>', 'its key file, or a newer one: who was erased since then stays erased')
    .option('--json', 'print what came back as JSON')
    .action(async (folder: string, { keys, json }: Options) => {
      const secrets = masterSecrets(readMasterKey(withKey(terminal.env)));
      const source = await openSource(folder, keys, secrets);
      const progress = new Progress(terminal);
      const update = (done: number, of: number): void => progress.update(done, of);
      const restored = await onStoppedDatabase(terminal.env, source.manifest.demonstration, (logins) =>
        restoreInto(logins, source, update),
      ).finally(() => progress.end());
      const { takenAt, backup } = source.manifest;
      const lines = json ? [JSON.stringify({ ...restored, takenAt, backup })] : told(restored, source);
      for (const line of lines) terminal.out(line);
    });
}

function told({ journeys, events, accounts, erased }: Restored, { manifest }: Source): string[] {
  return [
    `Restored as of ${manifest.takenAt}: ${journeys} journeys, ${events} events, ${accounts} accounts.`,
    ...(erased > 0 ? [`${erased} people were erased since, by the key file: they stay so.`] : []),
    'Next: start Lotse (npm start), then have the clock begin again: npm run lotse -- recover',
    'What was recorded or sent after that instant is not here: docs/operating.md says what to look at.',
  ];
}
