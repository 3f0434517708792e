import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import pg from 'pg';
import { flush, makePrivateDir, writePrivateFile } from '../embedded/files.js';
import { BackupError } from './backup-error.js';
import { keyFileLines } from './key-file.js';
import { writeLines } from './lines.js';
import { manifestFile, type Manifest } from './manifest.js';
import { exactText } from './rows.js';
import { Snapshot } from './snapshot.js';

/** Where a backup goes, and who is told how far it is. */
export interface BackupPlace {
  /** Not there yet, or empty. */
  folder: string;
  /** The file of the keys; not within the folder. */
  keys: string;
  /** Told how many rows of how many are written. */
  progress(done: number, of: number): void;
}

/** Any number that nobody else uses in this database: of two backups at once, the second says so. */
const backupLock = 0x6c6f7462;

/**
 * Writes all that Lotse knows into a folder, and what opens people's parts into a file of its own, while Lotse runs. Both
 * show one moment. They appear when they are whole: a backup that was broken off leaves none.
 * @param adminUrl the database, with the login that owns it
 * @throws BackupError where nothing can be written there
 */
export async function makeBackup(adminUrl: string, place: BackupPlace): Promise<Manifest> {
  const [folder, keys] = [resolve(place.folder), resolve(place.keys)];
  refusePlaces(folder, keys);
  const client = new pg.Client({ connectionString: adminUrl });
  client.on('error', () => undefined); // the query that meets it says so
  await client.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [
      backupLock,
    ]);
    if (!rows[0]?.mine) throw new BackupError('Another backup of this database is being made; wait for it.');
    await client.query(exactText);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return await writeAside(client, folder, keys, place);
  } catch (error) {
    throw unwritable(error) ?? error;
  } finally {
    await client.end(); // lock and snapshot go with the session
  }
}

/** Made beside their places, and moved there when they are whole; the folder last: where it is, its keys are too. */
async function writeAside(
  client: pg.Client,
  folder: string,
  keys: string,
  { progress }: BackupPlace,
): Promise<Manifest> {
  const [folderAside, keysAside] = [`${folder}.unfinished`, `${keys}.unfinished`];
  const removeAside = async (): Promise<void> => {
    await rm(folderAside, { recursive: true, force: true });
    await rm(keysAside, { force: true });
  };
  await removeAside(); // of one that was killed
  try {
    makePrivateDir(folderAside);
    await mkdir(dirname(keys), { recursive: true, mode: 0o700 });
    const snapshot = await Snapshot.of(client, randomUUID(), progress);
    const manifest = await snapshot.writeTables(folderAside);
    await writeLines(keysAside, keyFileLines(snapshot.keyFileHead, snapshot.keyRows()));
    writePrivateFile(manifestFile(folderAside), `${JSON.stringify(manifest, null, 2)}\n`);
    await flush(folderAside);
    await rename(keysAside, keys);
    await rename(folderAside, folder);
    await flush(dirname(folder));
    return manifest;
  } catch (error) {
    await removeAside();
    throw error;
  }
}

function refusePlaces(folder: string, keys: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new BackupError(`"${folder}" is there already and not empty; name a folder for this backup alone.`);
  if (existsSync(keys))
    throw new BackupError(`The key file "${keys}" is there already; name another for this backup.`);
  if (!relative(folder, keys).startsWith('..'))
    throw new BackupError(
      `The key file would lie in the backup's folder; keep keys and data in two places, such as --keys ${join(dirname(folder), 'keys')}`,
    );
}

/** What the file system refuses, in one line; half of it was taken away again. */
function unwritable(error: unknown): BackupError | undefined {
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  if (error instanceof BackupError || syscall === undefined || path === undefined) return undefined;
  const why = code === 'ENOSPC' ? 'the disk is full' : (code ?? 'unknown reason');
  return new BackupError(`The backup can't be written (${why}); make room, or name another place.`);
}
