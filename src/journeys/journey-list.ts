import { Inject, Injectable } from '@nestjs/common';
import type { JourneyItem, ReducedJourney } from '../../contract/journeys/journey.js';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { isDay } from '../../domain/deadlines/day.js';
import type { JourneyState } from '../../domain/journey/state.js';
import type { Day } from '../../domain/time.js';
import { directoryOrders, type DirectoryOrder } from '../directory/entry.js';
import { Names } from '../directory/names.js';
import { accessTo } from '../http/guards/access-to.js';
import { PLATFORM, type Platform } from '../platform.js';
import type { ListFilters } from './journey-conditions.js';
import type { JourneySurroundings } from './journey-surroundings.js';
import { JourneyReader, type Reader } from './journey-reader.js';
import { pageStatement, type Found, type Place, type SqlSort } from './journey-page.js';
import type { RowOfJourney } from './opened-states.js';
import { cursorAt, placeOf, type Page, type Paging } from './paging.js';
import { itemView, reducedView } from './views/journey-view.js';

/** What a list of journeys is asked for. */
export interface ListQuery extends Paging, ListFilters {
  dueBefore?: Day | undefined;
  /** Beginnings of names, or of the Kennung; what only sounds alike comes after. */
  q?: string | undefined;
  sort: Exclude<SqlSort, 'found'> | DirectoryOrder;
}

interface Row extends RowOfJourney, JourneySurroundings {
  key: string;
  day: Day | null;
  rule: string | null;
}

/** Journeys in the reader's scope, by SQL; only what is on the page is unsealed. */
@Injectable()
export class JourneyList {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly reader: JourneyReader,
    private readonly names: Names,
  ) {}

  /** One page. @throws Problem 422 for a cursor of another list or order, 503 as long as names are still read */
  async page(query: ListQuery, reader: Reader): Promise<Page<JourneyItem | ReducedJourney>> {
    const after = placeOf(query.cursor, isPlaceOf(query));
    const rows = isDirectoryOrder(query.sort)
      ? await this.inDirectoryOrder(query, query.sort, reader, after)
      : await this.rows(query, query.sort, reader, query.limit + 1, after, await this.found(query, reader));
    const shown = rows.slice(0, query.limit);
    const states = await this.reader.of(shown, reader, 'reduced', query.q !== undefined);
    const items = await Promise.all(shown.map((row) => this.item(row, states.get(row.journey), reader)));
    const last = shown.at(-1);
    const place = last && { sort: query.sort, key: last.key, id: last.journey };
    return {
      items: items.filter((item) => item !== undefined),
      nextCursor: place && rows.length > query.limit ? cursorAt(place) : null,
    };
  }

  /** What fits `q` and `language`; `undefined` where neither is asked for. */
  private async found({ q, language }: ListQuery, { account }: Reader): Promise<Found | undefined> {
    if (q === undefined && language === undefined) return undefined;
    const ranks = await this.names.ranks({ q, language }, account);
    return { ids: [...ranks.keys()], ranks: [...ranks.values()] };
  }

  /** A page and one more in an order of the directory, which the database must not know. */
  private async inDirectoryOrder(
    query: ListQuery,
    order: DirectoryOrder,
    reader: Reader,
    after: Place | undefined,
  ): Promise<Row[]> {
    const rows: Row[] = [];
    const enough = 2 * (query.limit + 1); // some do not pass what else is asked for
    for await (const some of this.names.inOrder(order, query, reader.account, after, enough)) {
      const found = { ids: some.map(({ id }) => id), ranks: some.map((_, index) => index) };
      const passed = await this.rows(query, 'found', reader, query.limit + 1 - rows.length, undefined, found);
      const keys = new Map(some.map(({ id, key }) => [id, key]));
      rows.push(...passed.map((row) => ({ ...row, key: keys.get(row.journey) ?? '' })));
      if (rows.length > query.limit) break; // at once: asking for more would look through all names
    }
    return rows;
  }

  private async rows(
    query: ListQuery,
    sort: SqlSort,
    { account }: Reader,
    limit: number,
    after: Place | undefined,
    found: Found | undefined,
  ): Promise<Row[]> {
    const { programmes, clock, sql } = this.platform;
    const phases = programmes.current.phases.map(({ key }) => key);
    // asked for only where weeks are counted: a question of its own
    const countsWeeks = query.dueWeeks !== undefined || query.paperWeeks !== undefined;
    const today = countsWeeks ? berlinDay(await clock.now()) : '';
    const asked = { query, sort, account, limit, after, found, phases, today };
    const { rows } = await sql.query<Row>(pageStatement(asked));
    return rows;
  }

  private async item(
    row: Row,
    state: JourneyState | undefined,
    reader: Reader,
  ): Promise<JourneyItem | ReducedJourney | undefined> {
    if (!state) return undefined; // it was deleted meanwhile, or is not hers any more
    const { programme, commune, coach: coachId } = state.plain;
    const context = await this.reader.context(programme, row, reader);
    const full = accessTo(reader.account, { commune, coachId }) === 'full';
    if (!full) return reducedView(state, context);
    const { day, rule } = row;
    return itemView(state, context, day !== null && rule !== null ? { day, rule } : null);
  }
}

const isDirectoryOrder = (sort: ListQuery['sort']): sort is DirectoryOrder =>
  (directoryOrders as readonly string[]).includes(sort);

const isPlaceOf =
  ({ sort, q, language }: ListQuery) =>
  (value: unknown): value is Place => {
    const { sort: found, key, id } = (value ?? {}) as Partial<Record<keyof Place, unknown>>;
    const isOfList =
      found === sort && typeof key === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id);
    // where nothing else comes first, its key is a day
    const keyIsDay = sort === 'nextDue' && q === undefined && language === undefined;
    return isOfList && (!keyIsDay || isDay(key));
  };
