import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { JourneyEvent } from '../../domain/journey/events.js';
import type { JourneyState } from '../../domain/journey/state.js';
import { logToStdout, traceOf, type LogLine } from '../http/log.js';
import type { Account } from '../http/ports.js';
import { Problem } from '../http/problem.js';
import { PLATFORM, type Platform } from '../platform.js';
import { DirectoryKeeper } from './directory-keeper.js';
import type { Newcomer } from './duplicates.js';
import { entryOf, type DirectoryOrder, type Entry } from './entry.js';
import { changing } from './feed.js';
import { NameDirectory, type Match, type Wanted } from './name-directory.js';
import type { Rank } from './name-query.js';

/** Where the directory's failures are told. */
export const DIRECTORY_LOG = Symbol('DirectoryLog');

/** So long a search waits for the directory to be filled; a hundred thousand names take a few seconds. */
const patienceMs = 3000;

/** The API's directory of names: filled while the API already answers, emptied when it stops. */
@Injectable()
export class Names implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly directory = new NameDirectory();
  private readonly keeper: DirectoryKeeper;

  constructor(
    @Inject(PLATFORM) { sql, secrets }: Platform,
    @Inject(DIRECTORY_LOG) log: ((line: LogLine) => void) | null,
  ) {
    const tell = (error: unknown): void =>
      (log ?? logToStdout)({ level: 'error', event: 'directory-failed', ...traceOf(error) });
    this.keeper = new DirectoryKeeper(this.directory, { sql, wrapping: secrets.wrapping, tell });
  }

  onApplicationBootstrap(): void {
    this.keeper.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.keeper.stop();
  }

  /** Whether everybody's name is there since the start; health says so until then. */
  get isRead(): boolean {
    return this.keeper.isFilled;
  }

  /** How many are there. */
  get count(): number {
    return this.directory.size;
  }

  /** Takes in what a command has just recorded: whoever is answered finds it with the next request. */
  heard({ plain, case: own, contact }: JourneyState, events: readonly JourneyEvent[]): void {
    if (!events.some(({ type }) => changing.has(type))) return;
    const { journey: id, participant, commune, coach: coachId, streamVersion: version } = plain;
    const { givenName, familyName, bornOn, externalId } = own;
    const known = { givenName, familyName, bornOn, externalId, language: contact.language };
    const person = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
    this.directory.put([entryOf({ id, participant, commune, coachId, version }, person)]);
  }

  /** Forgets whose journey it is, before the erasure is answered. */
  forget(journeyId: string): void {
    this.directory.forget(journeyId);
  }

  /** How each journey that the account may see fits, by id. @throws Problem 503 as long as names are still read */
  async ranks(wanted: Wanted, account: Account): Promise<Map<string, Rank>> {
    await this.untilFilled();
    return this.directory.ranks(wanted, account);
  }

  /** The same in an order, from behind a place on, some at a time. @throws Problem 503 as long as names are still read */
  async *inOrder(
    order: DirectoryOrder,
    wanted: Wanted,
    account: Account,
    after?: Match,
  ): AsyncGenerator<Match[]> {
    await this.untilFilled();
    yield* this.directory.inOrder(order, wanted, account, after);
  }

  /** Who may be the same person among those whom the account may see. @throws Problem 503 as long as names are still read */
  async duplicatesOf(newcomer: Newcomer, account: Account): Promise<Entry[]> {
    await this.untilFilled();
    return this.directory.duplicatesOf(newcomer, account);
  }

  private async untilFilled(): Promise<void> {
    if (await this.keeper.ready(patienceMs)) return;
    throw new Problem(503, 'names-are-being-read', 'Names are still being read', {
      detail: 'Lotse has just started and reads the names in; try again in a few seconds.',
      headers: { 'retry-after': '2' },
    });
  }
}
