import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { makeBackup } from '../../../src/backup/backup.js';
import type { Manifest } from '../../../src/backup/manifest.js';
import { restoreInto, type Restored } from '../../../src/backup/restore.js';
import { openSource } from '../../../src/backup/source.js';
import { masterSecrets, type MasterSecrets } from '../../../src/event-store/seal/master-secrets.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';

/** The master key of the worlds that are backed up here. */
export const secrets: MasterSecrets = masterSecrets(Buffer.alloc(32, 7));

/** A backup on the disk. */
export interface Backup {
  folder: string;
  keys: string;
  manifest: Manifest;
}

/** Where this file's backups lie, and databases to restore into. */
export class Backups {
  readonly dir = mkdtempSync(join(tmpdir(), 'lotse-backup-'));
  private readonly databases: TestDatabase[] = [];

  async make(
    { adminUrl }: TestDatabase,
    told: (done: number, of: number) => void = () => undefined,
  ): Promise<Backup> {
    const [folder, keys] = [join(this.dir, randomUUID()), join(this.dir, `${randomUUID()}.keys`)];
    const manifest = await makeBackup(adminUrl, { folder, keys, progress: told });
    return { folder, keys, manifest };
  }

  /** The same backup elsewhere, to be spoiled. */
  copy({ folder, keys, manifest }: Backup): Backup {
    const copied = { folder: join(this.dir, randomUUID()), keys: join(this.dir, `${randomUUID()}.keys`) };
    cpSync(folder, copied.folder, { recursive: true });
    cpSync(keys, copied.keys);
    return { ...copied, manifest };
  }

  /** A database that nobody has set up. */
  async emptyDatabase(): Promise<TestDatabase> {
    const database = await testDatabase({ migrated: false });
    this.databases.push(database);
    return database;
  }

  async restore(
    { folder, keys }: Pick<Backup, 'folder' | 'keys'>,
    options: { into?: TestDatabase; with?: MasterSecrets } = {},
  ): Promise<{ database: TestDatabase; restored: Restored }> {
    const source = await openSource(folder, keys, options.with ?? secrets);
    const database = options.into ?? (await this.emptyDatabase());
    return { database, restored: await restoreInto(database, source, () => undefined) };
  }

  async end(): Promise<void> {
    for (const database of this.databases) await database.drop();
    rmSync(this.dir, { recursive: true, force: true });
  }
}

/** Changes the manifest of a backup. */
export function changeManifest({ folder }: Backup, change: (manifest: Manifest) => object): void {
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  writeFileSync(file, JSON.stringify(change(manifest)));
}

/** Asks a database as its owner. */
export async function ask<Row extends object>(
  { adminUrl }: TestDatabase,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  client.on('error', () => undefined); // the query that meets it says so
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
