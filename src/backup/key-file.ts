import { z } from 'zod';
import { BackupError } from './backup-error.js';
import { linesOf } from './lines.js';

/** Before the first line that is a row: whose keys these are. */
const headSchema = z.object({
  format: z.literal(1),
  backup: z.uuid(),
  installation: z.uuid(),
  takenAt: z.iso.datetime(),
  keyCheck: z.string(),
});
export type KeyFileHead = z.infer<typeof headSchema>;

/** A row of a table, as JSON. */
export interface TableRow {
  table: string;
  row: string;
}

const head = 'lotse-keys';
const end = 'end';

/** The lines of a key file: what it is, the rows, and an end by which a file that was cut off is known. */
export async function* keyFileLines(
  about: KeyFileHead,
  rows: AsyncIterable<TableRow>,
): AsyncGenerator<string> {
  yield line(head, JSON.stringify(about));
  for await (const { table, row } of rows) yield line(table, row);
  yield line(end, '{}');
}

const line = (name: string, json: string): string => `${name}\t${json}\n`;

/** @throws BackupError where the file is no key file, or was cut off */
export async function readKeyFileHead(path: string): Promise<KeyFileHead> {
  let about: KeyFileHead | undefined;
  let last = '';
  try {
    for await (const text of linesOf(path)) {
      about ??= parsedHead(text);
      last = text;
    }
  } catch {
    // said below
  }
  if (!about) throw new BackupError(`"${path}" is no key file; name the one that "backup" wrote.`);
  if (!last.startsWith(`${end}\t`))
    throw new BackupError(`The key file "${path}" is cut off; take another copy of it.`);
  return about;
}

/** Its rows, table by table as they were written. */
export async function* keyFileRows(path: string): AsyncGenerator<TableRow> {
  for await (const text of linesOf(path)) {
    const tab = text.indexOf('\t');
    const table = text.slice(0, tab);
    if (table !== head && table !== end) yield { table, row: text.slice(tab + 1) };
  }
}

function parsedHead(text: string): KeyFileHead {
  const [name, json = ''] = text.split('\t', 2);
  if (name !== head) throw new Error('not a key file');
  return headSchema.parse(JSON.parse(json));
}
