import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { JourneyEvent } from '../../domain/journey/events.js';
import type { JourneyState } from '../../domain/journey/state.js';
import type { Account } from '../http/ports.js';
import { Problem } from '../http/problem.js';
import type { DirectoryKeeper } from './directory-keeper.js';
import type { Newcomer } from './duplicates.js';
import { entryOf, type DirectoryOrder, type Entry } from './entry.js';
import { changing } from './feed.js';
import type { KeptNames } from './kept-names.js';
import type { Match, NameDirectory, Wanted } from './name-directory.js';
import type { Rank } from './name-query.js';

export const KEPT_NAMES = Symbol('KeptNames');

/** So long a search waits for the directory to be filled; a hundred thousand names take a few seconds. */
const patienceMs = 3000;

/** The API's directory of names: filled while the API already answers, emptied when it stops. */
@Injectable()
export class Names implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly directory: NameDirectory;
  private readonly keeper: DirectoryKeeper;

  constructor(@Inject(KEPT_NAMES) { directory, keeper }: KeptNames) {
    this.directory = directory;
    this.keeper = keeper;
  }

  onApplicationBootstrap(): void {
    this.keeper.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.keeper.stop();
  }

  /** Whether everybody's name is there since the start; health says so until then. */
  get isRead(): boolean {
    return this.keeper.named.isReached;
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
    const person = { givenName, familyName, bornOn, externalId, language: contact.language };
    this.directory.put([entryOf({ id, participant, commune, coachId, version }, person)]);
  }

  /** Forgets whose journey it is, before the erasure is answered. */
  forget(journeyId: string): void {
    this.directory.forget(journeyId);
  }

  /** How each journey that the account may see fits, by id. @throws Problem 503 as long as names are still read */
  async ranks(wanted: Wanted, account: Account): Promise<Map<string, Rank>> {
    await this.untilFilled(wanted);
    return this.directory.ranks(wanted, account);
  }

  /**
   * The same in an order, from behind a place on, some at a time.
   * @param enough so many are most likely needed
   * @throws Problem 503 as long as names are still read
   */
  async *inOrder(
    order: DirectoryOrder,
    wanted: Wanted,
    account: Account,
    after: Match | undefined,
    enough: number,
  ): AsyncGenerator<Match[]> {
    await this.untilFilled(wanted);
    yield* this.directory.inOrder(order, wanted, account, after, enough);
  }

  /** Who may be the same person among those whom the account may see. @throws Problem 503 as long as names are still read */
  async duplicatesOf(newcomer: Newcomer, account: Account): Promise<Entry[]> {
    await this.untilFilled();
    return this.directory.duplicatesOf(newcomer, account);
  }

  private async untilFilled({ language }: Wanted = {}): Promise<void> {
    const { named, complete } = this.keeper;
    if (await (language === undefined ? named : complete).within(patienceMs)) return;
    throw new Problem(503, 'names-are-being-read', 'Names are still being read', {
      detail: 'Lotse has just started and reads the names in; try again in a few seconds.',
      headers: { 'retry-after': '2' },
    });
  }
}
