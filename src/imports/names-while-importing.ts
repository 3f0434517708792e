import { DirectoryKeeper, type KeeperParts } from '../directory/directory-keeper.js';
import { NameDirectory } from '../directory/name-directory.js';

/** A hundred thousand names take a few seconds. */
const patienceMs = 60_000;
/** Between two parts of an import lie milliseconds; whoever is not asked for so long has seen its last part. */
const idleMs = 10_000;

/**
 * The worker's own directory of names: opened by the first part of an import and emptied soon after the last, so that
 * nobody's name stays in this process's memory. Several imports at once share it.
 */
export class NamesWhileImporting {
  private opened: { directory: NameDirectory; keeper: DirectoryKeeper } | undefined;
  private users = 0;
  private closing: NodeJS.Timeout | undefined;

  constructor(private readonly parts: KeeperParts) {}

  /** How many people are in the memory. */
  get size(): number {
    return this.opened?.directory.size ?? 0;
  }

  /** Lets work look into the directory, once everybody is in it. */
  async during<Result>(work: (names: NameDirectory) => Promise<Result>): Promise<Result> {
    clearTimeout(this.closing);
    this.users += 1;
    try {
      const { directory, keeper } = (this.opened ??= this.open());
      if (!(await keeper.named.within(patienceMs))) throw new Error('The names could not be read in time');
      return await work(directory);
    } finally {
      this.users -= 1;
      if (this.users === 0) this.closeLater();
    }
  }

  /** Empties the directory unless another import is at work. */
  async close(): Promise<void> {
    if (this.users > 0) return;
    clearTimeout(this.closing);
    const { opened } = this;
    this.opened = undefined;
    await opened?.keeper.stop();
  }

  private open() {
    const directory = new NameDirectory();
    const keeper = new DirectoryKeeper(directory, this.parts);
    keeper.start();
    return { directory, keeper };
  }

  private closeLater(): void {
    this.closing = setTimeout(() => void this.close(), idleMs);
    this.closing.unref();
  }
}
