import { Readable } from 'node:stream';
import type { Change } from '../../contract/changes.js';
import type { Day } from '../../domain/time.js';
import { isAfter, type Checkpoint } from '../event-store/checkpoint.js';
import type { Account } from '../http/ports.js';
import { cursorOf } from './cursor.js';
import type { Batch, Listener } from './tail.js';
import { changesFor } from './told.js';

/** Whoever leaves more than this unread, in bytes, is too slow: it ends, and the client comes back. */
const unreadLimit = 256 * 1024;
/** How long a browser waits before it comes back by itself. */
const retryMs = 2000;

/** One connection: what one account is told, in the form of server-sent events. */
export class ChangeStream implements Listener {
  readonly body = new Readable({ read: () => undefined });
  /** Of which the client knows, or is about to. */
  day: Day | undefined;
  private place: Checkpoint | undefined;
  private isOver = false;
  private isBegun: () => void = () => undefined;
  /** What was heard is told in turn, and not before the beginning: telling may have to ask. */
  private turn = new Promise<void>((resolve) => {
    this.isBegun = resolve;
  });

  /** @param installation the beginning of its id, for the cursors */
  constructor(
    public account: Account,
    private readonly installation: string,
  ) {}

  /**
   * Begins with what is to be told first.
   * @param from the place up to which the client knows everything
   * @param to the same once it was told
   */
  begin(from: Checkpoint, to: Checkpoint, first: readonly Change[]): void {
    this.write(`retry: ${retryMs}\n\n`);
    this.place = from;
    this.goOn(to, first);
    this.beat();
    this.isBegun();
  }

  hear(batch: Batch): void {
    this.turn = this.turn.then(() => this.take(batch));
  }

  /** A line that says nothing, so that nobody between takes the connection for dead; and how far everything is told. */
  beat(): void {
    if (!this.place) return;
    this.write(`: still here\nid: ${this.cursor(this.place)}\n\n`);
  }

  /** Ends it; what was told already is still read, unless nobody reads. */
  end(): void {
    if (this.body.destroyed || this.isOver) return;
    this.isOver = true;
    if (this.body.readableLength > 0) this.body.destroy();
    else this.body.push(null);
  }

  /** Nobody knows what this client has missed; it is told to ask for everything. */
  startOver(): void {
    if (this.place) this.goOn(this.place, [{ kind: 'everything' }]);
  }

  /** Midnight in Berlin: whatever counts days shows others now. */
  dayBegins(day: Day): void {
    this.day = day;
    if (this.place) this.goOn(this.place, [{ kind: 'day', day }]);
  }

  private async take({ happenings, to, looksDifferent }: Batch): Promise<void> {
    const { place } = this;
    if (!place || this.body.destroyed || !isAfter(to, place)) return;
    const behind = happenings.filter(({ at }) => isAfter(at, place));
    this.goOn(to, await changesFor(this.account, behind, looksDifferent));
  }

  /** Tells changes. Only the last one has the new place: whoever loses the connection before it hears all again. */
  private goOn(to: Checkpoint, changes: readonly Change[]): void {
    const { place: from = to } = this;
    this.place = to;
    const events = changes.map((change, at) => {
      const id = this.cursor(at === changes.length - 1 ? to : from);
      return `id: ${id}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`;
    });
    if (events.length > 0) this.write(events.join(''));
  }

  private write(text: string): void {
    if (this.body.destroyed || this.isOver) return;
    this.body.push(text);
    if (this.body.readableLength > unreadLimit) this.body.destroy();
  }

  private cursor(place: Checkpoint): string {
    const { installation, day } = this;
    return cursorOf({ installation, ...place, ...(day !== undefined && { day }) });
  }
}
