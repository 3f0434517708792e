import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { BackupError } from './backup-error.js';

/** The way in which backups are written; another number is another way. */
export const format = 1;

const counted = z.int().min(0);

const schema = z.object({
  format: z.literal(format),
  /** Names this backup; its key file says it too. */
  backup: z.uuid(),
  /** The version of Lotse that made it. */
  lotse: z.string(),
  takenAt: z.iso.datetime(),
  installation: z.uuid(),
  generation: counted,
  epoch: counted,
  /** In hex: an HMAC under the master key, from which nothing can be read. Tells which key it needs. */
  keyCheck: z.string().regex(/^[0-9a-f]{64}$/),
  /** Whether it holds a demonstration: then it stays a sandbox. */
  demonstration: z.boolean(),
  /** The names of the migrations that had made its tables, in order. */
  migrations: z.array(z.string()).min(1),
  /** The last values of the sequences, by their names, in digits. */
  sequences: z.record(z.string(), z.string().regex(/^\d+$/)),
  /** The streams whose hash chain was broken already when it was made. */
  brokenStreams: z.array(z.uuid()),
  /** In the order in which they can be filled. */
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()).min(1),
      rows: counted,
      file: z.string().regex(/^[\w.]+$/),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});

/** What a backup says of itself, in `manifest.json`. */
export type Manifest = z.infer<typeof schema>;
export type TableEntry = Manifest['tables'][number];

export const manifestFile = (folder: string): string => join(folder, 'manifest.json');

/**
 * What the backup in a folder says of itself.
 * @throws BackupError where there is none, or one of another format
 */
export async function readManifest(folder: string): Promise<Manifest> {
  let found: unknown;
  try {
    found = JSON.parse(await readFile(manifestFile(folder), 'utf8'));
  } catch {
    throw new BackupError(
      `"${folder}" holds no backup: its manifest.json is missing or cut off. Name a folder that "backup" made.`,
    );
  }
  const { success, data } = schema.safeParse(found);
  if (success) return data;
  const { format: other, lotse } = found as { format?: unknown; lotse?: unknown };
  throw new BackupError(
    other === format
      ? `The manifest.json of "${folder}" was changed; take another copy of this backup.`
      : `The backup in "${folder}" was made by Lotse ${String(lotse)} in another format; restore it with that version or a newer one.`,
  );
}
