import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Change } from '../../contract/changes.js';
import type { Day } from '../../domain/time.js';
import type { Checkpoint } from '../event-store/checkpoint.js';
import { isDatabaseAway } from '../http/database-away.js';
import { logToStdout, traceOf, type LogLine } from '../http/log.js';
import { AUTHENTICATION, type Account, type Authentication, type Credential } from '../http/ports.js';
import { Problem } from '../http/problem.js';
import { PLATFORM, type Platform } from '../platform.js';
import { cursorFrom, shortId } from './cursor.js';
import { happeningsOf } from './happenings.js';
import { hasPassed, linesAfter } from './lines.js';
import { comparingReduced } from './reduced.js';
import { Days } from './days.js';
import { ChangeStream } from './stream.js';
import { Tail } from './tail.js';
import { changesFor } from './told.js';

/** How quickly things go; tests are in more of a hurry. */
export interface ChangesPace {
  /** Between two looks into the log while somebody listens. */
  pollMs: number;
  /** Between two signs of life, at which it is also asked whether the account is still signed in. */
  beatMs: number;
}
export const CHANGES_PACE = Symbol('ChangesPace');
/** Where failures are told. */
export const CHANGES_LOG = Symbol('ChangesLog');

/** A person has a few windows open; a client that forgets to close its streams has more. */
export const streamsPerAccount = 20;
/** Whoever is further behind asks for everything anew, which costs less than to be told. */
const catchUpLimit = 1000;

/** The connections of this process that follow what changes. */
@Injectable()
export class Changes implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly streams = new Map<ChangeStream, Credential>();
  private readonly tail: Tail;
  private readonly days: Days;
  private readonly tell: (error: unknown) => void;
  private beats: NodeJS.Timeout | undefined;
  private isStopping = false;

  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(AUTHENTICATION) private readonly authentication: Authentication,
    @Inject(CHANGES_PACE) private readonly pace: ChangesPace,
    @Inject(CHANGES_LOG) log: ((line: LogLine) => void) | null,
  ) {
    this.tell = (error) =>
      (log ?? logToStdout)({ level: 'error', event: 'changes-failed', ...traceOf(error) });
    this.tail = new Tail({
      sql: platform.sql,
      comparing: () => comparingReduced(platform),
      pollMs: pace.pollMs,
      tell: (error) => this.tell(error),
    });
    this.days = new Days({
      clock: platform.clock,
      askMs: pace.beatMs,
      begins: (day) => this.streams.forEach((_, stream) => stream.dayBegins(day)),
      tell: (error) => this.tell(error),
    });
  }

  onApplicationBootstrap(): void {
    this.beats = setInterval(() => void this.beat(), this.pace.beatMs);
  }

  /** Before the server waits for its requests to end: these would not. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    clearInterval(this.beats);
    for (const stream of this.streams.keys()) stream.end();
    await Promise.all([this.tail.stop(), this.days.stop()]);
  }

  /** How many connections are open. */
  get count(): number {
    return this.streams.size;
  }

  /**
   * Opens a stream.
   * @param lastEventId the client has been told everything up to that event
   * @throws Problem 422 for an id that is none, 429 where the account has too many open; what the database does, when
   * it is away
   */
  async open(account: Account, credential: Credential, lastEventId?: string): Promise<ChangeStream> {
    const cursor = lastEventId === undefined ? undefined : cursorFrom(lastEventId);
    this.refuseTooMany(account);
    const installation = shortId(this.platform.installation);
    const stream = new ChangeStream(account, installation);
    this.streams.set(stream, credential);
    stream.body.once('close', () => this.forget(stream));
    try {
      const [now] = await Promise.all([this.tail.join(stream), this.days.watch()]);
      if (!cursor) this.begin(stream, now, now, []);
      else {
        const isOurs = cursor.installation === installation && (await hasPassed(this.platform.sql, cursor));
        const told = isOurs ? await this.since(cursor, now, account) : everythingFrom(now);
        this.begin(stream, isOurs ? cursor : now, ...told, cursor.day);
      }
    } catch (error) {
      stream.body.destroy();
      throw error;
    }
    if (this.isStopping) stream.end();
    return stream;
  }

  /** What has happened since a place, and how far that reaches; `now` where it is too much to tell. */
  private async since(from: Checkpoint, now: Checkpoint, account: Account): Promise<[Checkpoint, Change[]]> {
    const { sql } = this.platform;
    const lines = await linesAfter(sql, from, catchUpLimit + 1);
    if (lines.length > catchUpLimit) return everythingFrom(now);
    const { epoch, xid, position } = lines.at(-1) ?? from;
    const changes = await changesFor(
      account,
      await happeningsOf(sql, lines),
      comparingReduced(this.platform),
    );
    return [{ epoch, xid, position }, changes];
  }

  /** Begins to tell; of the day as well, where the client has seen another one. */
  private begin(stream: ChangeStream, from: Checkpoint, to: Checkpoint, first: Change[], seen?: Day): void {
    const { today } = this.days;
    stream.day = today;
    const begun: Change[] =
      seen === undefined || today === undefined || seen === today ? [] : [{ kind: 'day', day: today }];
    stream.begin(from, to, [...begun, ...first]);
  }

  private refuseTooMany({ id }: Account): void {
    const open = [...this.streams.keys()].filter(({ account }) => account.id === id).length;
    if (open < streamsPerAccount) return;
    throw new Problem(429, 'too-many-streams', 'Too many streams of changes are open', {
      detail: `This account has ${open} of them open, expected at most ${streamsPerAccount}; close those that nobody reads.`,
      headers: { 'retry-after': '60' },
    });
  }

  private forget(stream: ChangeStream): void {
    this.streams.delete(stream);
    this.tail.leave(stream);
    if (this.streams.size === 0) void this.days.stop();
  }

  private async beat(): Promise<void> {
    await Promise.all([...this.streams].map(([stream, credential]) => this.check(stream, credential)));
  }

  /** A sign of life, and whether she is still signed in. With the database away nobody can tell, and all stay. */
  private async check(stream: ChangeStream, credential: Credential): Promise<void> {
    stream.beat();
    try {
      const account = await this.authentication.accountOf(credential, 'watch');
      if (!account || account.role === 'admin') return stream.end();
      const hasOtherScope = scopeOf(account) !== scopeOf(stream.account);
      stream.account = account;
      if (hasOtherScope) stream.startOver();
    } catch (error) {
      if (!isDatabaseAway(error)) this.tell(error); // asked again with the next beat
    }
  }
}

/** Nobody can tell one by one what was missed. */
const everythingFrom = (now: Checkpoint): [Checkpoint, Change[]] => [now, [{ kind: 'everything' }]];

const scopeOf = ({ role, communes }: Account): string => JSON.stringify([role, communes]);
