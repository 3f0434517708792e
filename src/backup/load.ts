import { join } from 'node:path';
import type pg from 'pg';
import { BackupError } from './backup-error.js';
import { keyFileRows } from './key-file.js';
import { inBatches, linesOf } from './lines.js';
import { joinKeys, temporaryKeys } from './joined-keys.js';
import type { TableEntry } from './manifest.js';
import { insertRows } from './rows.js';
import type { Source } from './source.js';
import { keyFileTables, keyTable, quoted, tablesOf, wrappedColumn } from './tables.js';

/** Fills the empty tables of a database from a backup, within a transaction. */
export class Load {
  private done = 0;
  private readonly total: number;

  constructor(
    private readonly admin: pg.Client,
    private readonly source: Source,
    private readonly progress: (done: number, of: number) => void,
  ) {
    this.total = source.manifest.tables.reduce((sum, { rows }) => sum + rows, 0);
  }

  /**
   * Everything. Triggers of our own sleep meanwhile: what they note is in the rows already.
   * @returns how many participants lost a key since the backup
   */
  async run(): Promise<number> {
    const { admin } = this;
    const tables = await tablesOf(admin);
    const triggers = async (state: 'DISABLE' | 'ENABLE'): Promise<void> => {
      for (const { name } of tables) await admin.query(`ALTER TABLE ${quoted(name)} ${state} TRIGGER USER`);
    };
    await triggers('DISABLE');
    await this.rows();
    const erased = await this.keys();
    for (const { name, columns } of tables) if (keyFileTables.includes(name)) await this.apart(name, columns);
    await this.sequences();
    await triggers('ENABLE');
    return erased;
  }

  private async rows(): Promise<void> {
    const { tables } = this.source.manifest;
    // what a first start has noted by itself; each before those that it refers to
    for (const { name } of tables.toReversed()) await this.admin.query(`DELETE FROM ${quoted(name)}`);
    for (const entry of tables.filter(({ name }) => name !== keyTable)) await this.table(entry, entry.name);
  }

  /** Which keys there were says the backup, what they are the key file. */
  private async keys(): Promise<number> {
    const entry = this.source.manifest.tables.find(({ name }) => name === keyTable);
    if (!entry) throw new BackupError('The backup has no list of keys; take another copy of it.');
    await this.admin.query(temporaryKeys);
    await this.table(entry, 'known_key');
    for await (const lines of inBatches(this.filed(keyTable)))
      await insertRows(this.admin, 'filed_key', [...entry.columns, wrappedColumn], lines);
    return joinKeys(this.admin, entry.columns);
  }

  /** Registers as they were uploaded, and what was done to many: only the backup's own key file has those that belong to its accounts. */
  private async apart(name: string, columns: readonly string[]): Promise<void> {
    if (!this.source.isOwnKeyFile) return;
    for await (const lines of inBatches(this.filed(name))) await insertRows(this.admin, name, columns, lines);
  }

  /** What is appended next stands behind everything. */
  private async sequences(): Promise<void> {
    for (const [name, last] of Object.entries(this.source.manifest.sequences))
      await this.admin.query('SELECT setval($1::regclass, $2)', [name, last]);
  }

  private async table({ name, columns, rows, file }: TableEntry, into: string): Promise<void> {
    let found = 0;
    for await (const lines of inBatches(linesOf(join(this.source.folder, file)))) {
      await insertRows(this.admin, into, columns, lines);
      found += lines.length;
      this.done += lines.length;
      this.progress(this.done, this.total);
    }
    if (found === rows) return;
    throw new BackupError(
      `The backup should have ${rows} rows of ${name} and has ${found}; take another copy of it.`,
    );
  }

  private async *filed(table: string): AsyncGenerator<string> {
    for await (const each of keyFileRows(this.source.keyFile)) if (each.table === table) yield each.row;
  }
}
