import { readdirSync, rmSync } from 'node:fs';
import { link, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { flush, isUnfinished, unfinishedBeside } from './files.js';

/**
 * Keeps a delivery as `<message id>.<n>.eml`, n counting the deliveries of the same message from 1. When this
 * returns, the file is complete and on disk, also after a power cut.
 * @param dir an existing directory
 * @returns the file's name
 */
export async function keepDelivery(dir: string, raw: Buffer): Promise<string> {
  const unfinished = unfinishedBeside(join(dir, 'mail'));
  try {
    await write(unfinished, raw);
    const name = await nameIt(dir, unfinished, fileStem(raw));
    await flush(dir);
    return name;
  } finally {
    // Also what a full disk took only half of: nobody was told that it was kept.
    await rm(unfinished, { force: true });
  }
}

/** Removes what a catcher that was killed had not finished; nobody was told that it was kept. */
export function removeUnfinished(dir: string): void {
  for (const name of readdirSync(dir)) if (isUnfinished(name)) rmSync(join(dir, name), { force: true });
}

async function write(path: string, raw: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(raw);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Linking, unlike renaming, never replaces a delivery that took the same number at the same moment. */
async function nameIt(dir: string, unfinished: string, stem: string): Promise<string> {
  for (let n = 1; ; n++) {
    const name = `${stem}.${n}.eml`;
    try {
      await link(unfinished, join(dir, name));
      return name;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** The Message-ID without its angle brackets, what is not safe in a file name replaced by `_`. */
export function fileStem(raw: Buffer): string {
  const text = raw.toString('latin1');
  const header = text.slice(0, /\r?\n\r?\n/.exec(text)?.index ?? text.length).replaceAll(/\r?\n[ \t]+/g, ' ');
  const id = /^message-id:[ \t]*<?([^>\r\n]*)/im.exec(header)?.[1]?.trim() ?? '';
  const safe = id
    .replaceAll(/[^A-Za-z0-9@._+=-]/g, '_')
    .replace(/^\.+/, '_')
    .slice(0, 200);
  return safe || 'no-message-id';
}
