import { join } from 'node:path';
import type pg from 'pg';
import { version } from '../version.js';
import { brokenStreams } from './broken-streams.js';
import type { KeyFileHead, TableRow } from './key-file.js';
import { writeLines } from './lines.js';
import { format, type Manifest, type TableEntry } from './manifest.js';
import { rowsAsJson } from './rows.js';
import { keyFileTables, keyTable, ownSchema, quoted, tablesOf, wrappedColumn, type Table } from './tables.js';

type About = Pick<Manifest, 'takenAt' | 'installation' | 'generation' | 'epoch' | 'demonstration'> & {
  keyCheck: string;
};

/** The database at one moment, within a transaction that only reads: it holds nobody back. */
export class Snapshot {
  private done = 0;

  private constructor(
    private readonly client: pg.Client,
    private readonly backup: string,
    private readonly about: About,
    private readonly tables: readonly (Table & { rows: number })[],
    private readonly progress: (done: number, of: number) => void,
  ) {}

  /** @param client in a transaction of its own that sees one moment */
  static async of(
    client: pg.Client,
    backup: string,
    progress: (done: number, of: number) => void,
  ): Promise<Snapshot> {
    const { rows } = await client.query<About>(`
      SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "takenAt", id AS installation,
             generation, epoch, coalesce(encode(key_check, 'hex'), '') AS "keyCheck",
             EXISTS (SELECT FROM demo.demonstration) AS demonstration
        FROM es.installation`);
    const [about] = rows;
    if (!about) throw new Error('The database has no row in es.installation');
    const tables = [];
    for (const table of await tablesOf(client)) {
      const counted = await client.query<{ rows: string }>(
        `SELECT count(*) AS rows FROM ${quoted(table.name)}`,
      );
      tables.push({ ...table, rows: Number(counted.rows[0]?.rows) });
    }
    return new Snapshot(client, backup, about, tables, progress);
  }

  get keyFileHead(): KeyFileHead {
    const { installation, takenAt, keyCheck } = this.about;
    return { format: 1, backup: this.backup, installation, takenAt, keyCheck };
  }

  /** Writes the tables' files into a folder. @returns what the backup says of itself */
  async writeTables(folder: string): Promise<Manifest> {
    const entries: TableEntry[] = [];
    for (const table of this.tables.filter(({ name }) => !keyFileTables.includes(name))) {
      const { name, rows } = table;
      const columns = table.columns.filter((column) => name !== keyTable || column !== wrappedColumn);
      const file = `${name}.ndjson.gz`;
      const sha256 = await writeLines(join(folder, file), this.linesOf(name, columns));
      entries.push({ name, columns, rows, file, sha256 });
    }
    return {
      format,
      backup: this.backup,
      lotse: version,
      ...this.about,
      migrations: await this.migrations(),
      sequences: await this.sequences(),
      brokenStreams: await brokenStreams(this.client),
      tables: entries,
    };
  }

  /** What goes into the key file: wrapped keys, registers as they were uploaded and acts on many, with what became of their rows. */
  async *keyRows(): AsyncGenerator<TableRow> {
    const apart = this.tables.filter(({ name }) => name === keyTable || keyFileTables.includes(name));
    for (const { name, columns } of apart) {
      for await (const row of this.counted(rowsAsJson(this.client, name, columns)))
        yield { table: name, row };
    }
  }

  private async *linesOf(name: string, columns: readonly string[]): AsyncGenerator<string> {
    for await (const row of this.counted(rowsAsJson(this.client, name, columns))) yield `${row}\n`;
  }

  private async *counted(rows: AsyncIterable<string>): AsyncGenerator<string> {
    const keys = this.tables.find(({ name }) => name === keyTable)?.rows ?? 0;
    const all = this.tables.reduce((sum, table) => sum + table.rows, keys); // of the keys, both halves are written
    for await (const row of rows) {
      yield row;
      this.done += 1;
      if (this.done % 100 === 0 || this.done === all) this.progress(this.done, all);
    }
  }

  private async migrations(): Promise<string[]> {
    const { rows } = await this.client.query<{ name: string }>(
      'SELECT name FROM lotse_migration ORDER BY id',
    );
    return rows.map(({ name }) => name);
  }

  private async sequences(): Promise<Record<string, string>> {
    const { rows } = await this.client.query<{ name: string }>(`
      SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind = 'S' AND ${ownSchema}`);
    const last: Record<string, string> = {};
    for (const { name } of rows) {
      const { rows: values } = await this.client.query<{ last: string }>(
        `SELECT last_value::text AS last FROM ${quoted(name)}`,
      );
      last[name] = values[0]?.last ?? '1';
    }
    return last;
  }
}
