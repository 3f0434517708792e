import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { makeBackup } from '../../../src/backup/backup.js';
import { sha256Of } from '../../../src/backup/lines.js';
import { createPool } from '../../../src/database/pool.js';
import { masterSecrets } from '../../../src/event-store/seal/master-secrets.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { append, streamOf } from '../event-store/log.js';
import { ask, Backups, changeManifest, secrets, type Backup } from './backups.js';

const backups = new Backups();
const participant = randomUUID();
let living: TestDatabase;
let backup: Backup;
let target: TestDatabase;

beforeAll(async () => {
  living = await testDatabase();
  target = await backups.emptyDatabase();
  await ask(living, 'SELECT es.key_belongs($1)', [secrets.hmac('key-check', 'lotse')]);
  const app = createPool(living.url, 'app', 1);
  await streamOf(app, 3);
  await app.end();
  backup = await backups.make(living);
});
afterAll(async () => {
  await backups.end();
  await living?.drop();
});

const restoring = (spoiled: Pick<Backup, 'folder' | 'keys'>, into = target, master = secrets) =>
  backups.restore(spoiled, { into, with: master });

describe('a restore is refused in one line', () => {
  it('where the master key is another one', async () => {
    const another = masterSecrets(Buffer.alloc(32, 8));
    await expect(restoring(backup, target, another)).rejects.toThrow(
      /LOTSE_MASTER_KEY .* bring back that key/,
    );
  });

  it('where the folder holds no backup, or half of one', async () => {
    const spoiled = backups.copy(backup);
    rmSync(join(spoiled.folder, 'es.stream.ndjson.gz'));
    await expect(restoring(spoiled)).rejects.toThrow(/es\.stream\.ndjson\.gz is missing/);
    rmSync(join(spoiled.folder, 'manifest.json'));
    await expect(restoring(spoiled)).rejects.toThrow(/holds no backup/);
  });

  it('where a byte of a file is another one', async () => {
    const spoiled = backups.copy(backup);
    const file = join(spoiled.folder, 'es.event.ndjson.gz');
    const bytes = readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(40) ^ 1, 40);
    writeFileSync(file, bytes);
    await expect(restoring(spoiled)).rejects.toThrow(/es\.event\.ndjson\.gz is not as it was written/);
  });

  it('where an event was changed with its checksum', async () => {
    const spoiled = backups.copy(backup);
    await rewriteEvents(spoiled, (text) => text.replace('MessageSent', 'MessageLost'));
    await expect(restoring(spoiled)).rejects.toThrow(/log of 1 streams is not as it was written/);
    expect(await ask(target, 'SELECT FROM es.event')).toEqual([]);
  });

  it('where events are missing', async () => {
    const spoiled = backups.copy(backup);
    await rewriteEvents(spoiled, (text) => text.slice(text.indexOf('\n') + 1));
    await expect(restoring(spoiled)).rejects.toThrow(/should have 3 rows of es\.event and has 2/);
  });

  it('where a newer version made it, or one that writes backups in another way', async () => {
    const newer = backups.copy(backup);
    changeManifest(newer, (manifest) => ({
      ...manifest,
      lotse: '7.0.0',
      migrations: [...manifest.migrations, 'ToCome1999999999999'],
    }));
    await expect(restoring(newer)).rejects.toThrow(
      /made by Lotse 7\.0\.0 .* restore it with 7\.0\.0 or a newer one/,
    );
    changeManifest(newer, (manifest) => ({ ...manifest, format: 2 }));
    await expect(restoring(newer)).rejects.toThrow(/another format/);
  });

  it('where the database was set up by a newer version than the backup’s', async () => {
    const older = backups.copy(backup);
    changeManifest(older, (manifest) => ({ ...manifest, migrations: manifest.migrations.slice(0, -1) }));
    await expect(restoring(older)).rejects.toThrow(/set up by a newer Lotse/);
  });

  it('where the key file is cut off, another Lotse’s, older than the backup, or changed', async () => {
    const cut = backups.copy(backup);
    truncateSync(cut.keys, readFileSync(cut.keys).length - 8);
    await expect(restoring(cut)).rejects.toThrow(/cut off/);
    await expect(restoring({ ...backup, keys: join(backup.folder, 'manifest.json') })).rejects.toThrow(
      /no key file/,
    );
    const later = backups.copy(backup);
    changeManifest(later, (manifest) => ({ ...manifest, takenAt: '2999-01-01T00:00:00.000Z' }));
    await expect(restoring(later)).rejects.toThrow(/older than the backup/);
    changeManifest(later, (manifest) => ({ ...manifest, installation: randomUUID() }));
    await expect(restoring(later)).rejects.toThrow(/another Lotse/);
    const changed = backups.copy(backup);
    const row = { participant_id: participant, class: 'case', number: 1, wrapped: `\\x${'01'.repeat(61)}` };
    const lines = readFileSync(changed.keys, 'utf8').split('\n');
    lines.splice(1, 0, `es.participant_key\t${JSON.stringify(row)}`);
    writeFileSync(changed.keys, lines.join('\n'));
    await expect(restoring(changed)).rejects.toThrow(/A key in .* is not as it was written/);
  });

  it('where something lives in the database, and leaves it alone', async () => {
    const events = await ask(living, 'SELECT * FROM es.event ORDER BY position');
    await expect(restoring(backup, living)).rejects.toThrow(/not empty \(3 events, 0 accounts, 0 imports\)/);
    expect(await ask(living, 'SELECT * FROM es.event ORDER BY position')).toEqual(events);
  });

  it('where somebody is at work on the database', async () => {
    const somebody = new pg.Client({ connectionString: target.adminUrl });
    await somebody.connect();
    await expect(restoring(backup)).rejects.toThrow(/at work .* \(1 connections\); stop API and worker/);
    await somebody.end();
  });

  it('and after all that the unspoiled backup comes back', async () => {
    const { restored } = await restoring(backup);
    expect(restored).toMatchObject({ journeys: 0, events: 3 });
  });
});

/** Changes what a backup says of the events, with the checksum. */
async function rewriteEvents(spoiled: Backup, change: (text: string) => string): Promise<void> {
  const file = join(spoiled.folder, 'es.event.ndjson.gz');
  writeFileSync(file, gzipSync(change(gunzipSync(readFileSync(file)).toString())));
  const sha256 = await sha256Of(file);
  changeManifest(spoiled, (manifest) => ({
    ...manifest,
    tables: manifest.tables.map((table) => (table.name === 'es.event' ? { ...table, sha256 } : table)),
  }));
}

describe('a backup is refused in one line', () => {
  const making = (folder: string, keys: string) =>
    makeBackup(living.adminUrl, { folder, keys, progress: () => undefined });
  const elsewhere = () => join(backups.dir, randomUUID());

  it('where the folder holds something, or the key file is there', async () => {
    await expect(making(backup.folder, elsewhere())).rejects.toThrow(/not empty/);
    await expect(making(elsewhere(), backup.keys)).rejects.toThrow(/is there already/);
  });

  it('where keys and data would lie in one place', async () => {
    const folder = elsewhere();
    await expect(making(folder, join(folder, 'keys'))).rejects.toThrow(/two places/);
    expect(existsSync(folder)).toBe(false);
  });

  it('where nothing can be written, and leaves nothing behind', async () => {
    const file = elsewhere();
    writeFileSync(file, '');
    await expect(making(elsewhere(), join(file, 'keys'))).rejects.toThrow(/can't be written/);
    expect(readdirSync(backups.dir).filter((name) => name.endsWith('.unfinished'))).toEqual([]);
  });

  it('where another one is being made', async () => {
    const outcomes = await Promise.allSettled([
      making(elsewhere(), elsewhere()),
      making(elsewhere(), elsewhere()),
    ]);
    const refusals = outcomes.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []));
    expect(refusals).toEqual([expect.stringMatching(/Another backup/)]);
  });

  it('and takes away what a killed one had left', async () => {
    const folder = elsewhere();
    mkdirSync(`${folder}.unfinished`);
    writeFileSync(join(`${folder}.unfinished`, 'es.event.ndjson.gz'), 'half');
    await making(folder, elsewhere());
    expect(existsSync(`${folder}.unfinished`)).toBe(false);
  });

  it('tells a log that was broken before, and brings it back as it was', async () => {
    const app = createPool(living.url, 'app', 1);
    const stream = randomUUID();
    await append(app, { stream });
    await app.end();
    await ask(living, `UPDATE es.stream SET head_hash = '\\x00' WHERE stream_id = $1`, [stream]);
    const broken = await backups.make(living);
    expect(broken.manifest.brokenStreams).toEqual([stream]);
    const { database } = await backups.restore(broken);
    expect(await ask(database, 'SELECT es.broken_at($1) AS at', [stream])).toEqual([{ at: '2' }]);
  });
});
