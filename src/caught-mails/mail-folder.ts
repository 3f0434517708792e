import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { caughtMailId } from '../../contract/routes/caught-mails.js';

/** A caught delivery; `id` is its file's name without the ending. */
export interface CaughtFile {
  id: string;
  /** Milliseconds since 1970. */
  caughtAt: number;
  /** In bytes. */
  size: number;
}

const ending = '.eml';

/** The folder in which the mail catcher keeps what it gets. A file there never changes. */
export class MailFolder {
  private readonly known = new Map<string, CaughtFile>();

  /** @param dir it may not exist yet */
  constructor(private readonly dir: string) {}

  /** Every delivery, the newest first; a file is looked at once, and not opened. */
  async newestFirst(): Promise<CaughtFile[]> {
    const names = (await orAbsent(readdir(this.dir))) ?? [];
    const ids = new Set(names.filter(isDelivery).map((name) => name.slice(0, -ending.length)));
    for (const id of this.known.keys()) if (!ids.has(id)) this.known.delete(id);
    for (const id of ids) await this.lookAt(id);
    return [...this.known.values()].sort(newerFirst);
  }

  /** One delivery; `undefined` where there is none. */
  async find(id: string): Promise<CaughtFile | undefined> {
    await this.lookAt(id);
    return this.known.get(id);
  }

  /** The first bytes of a delivery; `undefined` where it was removed meanwhile. */
  async beginningOf(id: string, bytes: number): Promise<Buffer | undefined> {
    const file = await orAbsent(open(this.pathOf(id)));
    if (!file) return undefined;
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  }

  private async lookAt(id: string): Promise<void> {
    if (this.known.has(id)) return;
    const found = await orAbsent(stat(this.pathOf(id)));
    if (found) this.known.set(id, { id, caughtAt: found.mtimeMs, size: found.size });
  }

  private readonly pathOf = (id: string): string => join(this.dir, id + ending);
}

/** What is still being written, or was not named by the catcher, is none. */
const isDelivery = (name: string): boolean =>
  name.endsWith(ending) && caughtMailId.safeParse(name.slice(0, -ending.length)).success;

/** Whether `a` comes before `b`; of the same instant by id, only so that there is one order. */
export const newerFirst = (a: Pick<CaughtFile, 'id' | 'caughtAt'>, b: typeof a): number =>
  b.caughtAt - a.caughtAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

async function orAbsent<T>(looking: Promise<T>): Promise<T | undefined> {
  try {
    return await looking;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
