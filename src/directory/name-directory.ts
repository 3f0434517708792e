import type { Day } from '../../domain/time.js';
import { accessTo, type Viewer } from '../http/guards/access-to.js';
import type { Account } from '../http/ports.js';
import { possibleDuplicates, type Newcomer } from './duplicates.js';
import { entryOf, type DirectoryOrder, type Entry, type Spoken } from './entry.js';
import { readQuery, type NameQuery, type Rank } from './name-query.js';
import { compareKeys, SortedEntries } from './sorted-entries.js';

/** What is looked for; without anything, all that the account may see. */
export interface Wanted {
  /** Beginnings of names and Kennung, or what sounds like a name. */
  q?: string | undefined;
  /** BCP 47; `fa` finds `fa-AF` too. */
  language?: string | undefined;
}

/** An entry that was found; what fits by its letters stands before what only sounds alike. */
export interface Match {
  id: string;
  /** Sorts as a text: the rank, and behind it the key of the order. */
  key: string;
}

/** So many matches are given at once, after the first ones. */
const matchesAtOnce = 200;

/**
 * The names of all journeys, in this process's memory alone: never on disk, never in a log. Whatever is looked for
 * is looked for in what the account may see.
 */
export class NameDirectory {
  private readonly byId = new Map<string, Entry>();
  private readonly byBirthDate = new Map<Day, Set<Entry>>();
  private readonly orders: Record<DirectoryOrder, SortedEntries> = {
    name: new SortedEntries('name'),
    externalId: new SortedEntries('externalId'),
  };

  get size(): number {
    return this.byId.size;
  }

  /** Takes entries in; one that is older than what is known already is passed over. */
  put(entries: readonly Entry[]): void {
    const replaced: Entry[] = [];
    const added = new Set<Entry>();
    for (const entry of entries) {
      const known = this.byId.get(entry.id);
      if (known && known.version > entry.version) continue;
      // one that has come in just now was never in an order
      if (known && !added.delete(known)) replaced.push(known);
      if (known) this.byBirthDate.get(known.bornOn ?? '')?.delete(known);
      this.byId.set(entry.id, entry);
      if (entry.bornOn !== undefined) this.bornOn(entry.bornOn).add(entry);
      added.add(entry);
    }
    for (const order of Object.values(this.orders)) order.replace(replaced, added);
  }

  /** Takes in languages of entries that came without; one that has changed since came with its own. */
  speak(languages: readonly Spoken[]): void {
    for (const { id, version, language } of languages) {
      const entry = this.byId.get(id);
      if (entry?.version === version) entry.language = language;
    }
  }

  /** Puts everybody in order, so that nobody who looks for somebody waits for it. @param only one of the orders */
  settle(only?: DirectoryOrder): void {
    for (const [name, order] of Object.entries(this.orders)) if (!only || only === name) order.settle();
  }

  /** Makes, step by step, what searches look through: of a hundred thousand names all at once would hold up everybody. */
  preparing(): Generator<void> {
    return this.orders.name.preparing();
  }

  /** Forgets whose journey it is; where it lies and whose work it is stays, so that lists are complete. */
  forget(journeyId: string): void {
    const known = this.byId.get(journeyId);
    if (known) this.put([entryOf(known, {})]);
    this.settle(); // no order holds on to a name that is gone
  }

  /** Forgets everybody. */
  clear(): void {
    this.byId.clear();
    this.byBirthDate.clear();
    for (const order of Object.values(this.orders)) order.clear();
  }

  /** How everything that the account may see and that fits ranks, by id. */
  ranks(wanted: Wanted, account: Account): Map<string, Rank> {
    const ranks = new Map<string, Rank>();
    for (const { entry, rank } of this.fitting('name', reading(wanted, account))) ranks.set(entry.id, rank);
    return ranks;
  }

  /**
   * The same in an order, from behind a place on, some at a time: whoever needs no more looks at no more. The place need
   * not be there any more, and what comes in meanwhile moves nothing.
   * @param enough so many are most likely needed, and are given first
   */
  *inOrder(
    order: DirectoryOrder,
    wanted: Wanted,
    account: Account,
    after?: Match,
    enough = matchesAtOnce,
  ): Generator<Match[]> {
    let some: Match[] = [];
    let size = enough;
    for (const { entry, rank } of this.fitting(order, reading(wanted, account))) {
      const match = { id: entry.id, key: `${rank}${entry.sortKeys[order]}` };
      if (after && compareKeys(match.key, match.id, after.key, after.id) <= 0) continue;
      if (some.push(match) < size) continue;
      yield some;
      some = [];
      size = matchesAtOnce;
    }
    if (some.length > 0) yield some;
  }

  /** What fits by its letters; then, for who still looks, what only sounds alike. */
  private *fitting(
    order: DirectoryOrder,
    { rankOf, signs }: NameQuery,
  ): Generator<{ entry: Entry; rank: Rank }> {
    const entries = this.orders[order];
    const blocks = entries.settled; // the same for both: nobody whose name changes meanwhile comes twice
    for (const rank of [0, 1] as const) {
      for (const entry of entries.candidates(signs?.[rank], blocks)) {
        if (rankOf(entry) === rank) yield { entry, rank };
      }
      if (!signs) return; // where nothing is looked for nothing sounds like it
    }
  }

  /** Who of those whom the account may see may be the same person; see `possibleDuplicates`. */
  duplicatesOf(newcomer: Newcomer, account: Viewer): Entry[] {
    const sameAge = [...(this.byBirthDate.get(newcomer.bornOn) ?? [])];
    return possibleDuplicates(
      newcomer,
      sameAge.filter((entry) => accessTo(account, entry) !== undefined),
    );
  }

  private bornOn(day: Day): Set<Entry> {
    const known = this.byBirthDate.get(day) ?? new Set();
    this.byBirthDate.set(day, known);
    return known;
  }
}

/** Scope first; a colleague's journey is not found by what the account may not see of it. */
function reading({ q, language }: Wanted, account: Account): NameQuery {
  const { rankOf, ...query } = q === undefined ? everybody : readQuery(q);
  return {
    ...query,
    rankOf(entry) {
      const access = accessTo(account, entry);
      if (!access) return undefined;
      if (language !== undefined && !(access === 'full' && speaks(entry, language))) return undefined;
      return rankOf(entry);
    },
  };
}

const everybody: NameQuery = { rankOf: () => 0 };

const speaks = (entry: Entry, language: string): boolean =>
  entry.language === language || entry.language?.startsWith(`${language}-`) === true;
