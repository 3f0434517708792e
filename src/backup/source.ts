import { join, resolve } from 'node:path';
import type { MasterSecrets } from '../event-store/seal/master-secrets.js';
import { unwrapKeys, type WrappedKey } from '../event-store/seal/participant-keys.js';
import { migrationNames } from '../database/migrate.js';
import { version } from '../version.js';
import { BackupError } from './backup-error.js';
import { keyFileRows, readKeyFileHead } from './key-file.js';
import { sha256Of } from './lines.js';
import { readManifest, type Manifest } from './manifest.js';
import { keyTable } from './tables.js';

/** A backup that was looked through, with the keys that open it. */
export interface Source {
  folder: string;
  manifest: Manifest;
  keyFile: string;
  /** Whether the key file was written with this backup: then it has its imports too. */
  isOwnKeyFile: boolean;
}

/**
 * Looks a backup through, before anything is changed: whether it is whole, readable by this version, and opened by these
 * keys and this master key. A key file that is newer than the backup is better than its own: who was erased meanwhile
 * stays erased.
 * @throws BackupError with the first thing that is wrong
 */
export async function openSource(folder: string, keys: string, secrets: MasterSecrets): Promise<Source> {
  const [from, keyFile] = [resolve(folder), resolve(keys)];
  const manifest = await readManifest(from);
  refuseNewer(manifest);
  const head = await readKeyFileHead(keyFile);
  if (head.installation !== manifest.installation)
    throw new BackupError('This key file is of another Lotse; name one of the Lotse that was backed up.');
  if (head.takenAt < manifest.takenAt)
    throw new BackupError(
      `This key file is of ${head.takenAt}, older than the backup of ${manifest.takenAt}: keys would be missing. Name the backup's own, or a newer one.`,
    );
  if (secrets.hmac('key-check', 'lotse').toString('hex') !== manifest.keyCheck)
    throw new BackupError(
      'LOTSE_MASTER_KEY (or _FILE, or master.key in the data directory) is not the key with which this backup was sealed; bring back that key.',
    );
  await refuseChanged(from, manifest);
  await refuseForeignKeys(keyFile, secrets);
  return { folder: from, manifest, keyFile, isOwnKeyFile: head.backup === manifest.backup };
}

function refuseNewer({ migrations, lotse }: Manifest): void {
  const unknown = migrations.find((name) => !migrationNames.includes(name));
  if (unknown === undefined) return;
  throw new BackupError(
    `The backup was made by Lotse ${lotse} with the tables of ${unknown}, which this version (${version}) does not know; restore it with ${lotse} or a newer one.`,
  );
}

async function refuseChanged(folder: string, { tables }: Manifest): Promise<void> {
  for (const { file, sha256 } of tables) {
    const found = await sha256Of(join(folder, file)).catch(() => undefined);
    if (found === undefined)
      throw new BackupError(`The backup's file ${file} is missing; take another copy of this backup.`);
    if (found !== sha256)
      throw new BackupError(
        `The backup's file ${file} is not as it was written; take another copy of this backup.`,
      );
  }
}

interface KeyRow {
  participant_id: string;
  class: WrappedKey['class'];
  number: number;
  /** Hex, after `\x`. */
  wrapped: string | null;
}

async function refuseForeignKeys(keyFile: string, { wrapping }: MasterSecrets): Promise<void> {
  for await (const { table, row } of keyFileRows(keyFile)) {
    if (table !== keyTable) continue;
    try {
      const { participant_id: participant, class: name, number, wrapped } = JSON.parse(row) as KeyRow;
      const base64 = wrapped === null ? null : Buffer.from(wrapped.slice(2), 'hex').toString('base64');
      unwrapKeys(wrapping, participant, [{ class: name, number, wrapped: base64 }]);
    } catch {
      throw new BackupError(
        `A key in "${keyFile}" is not as it was written; take another copy of this file.`,
      );
    }
  }
}
