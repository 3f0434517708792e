import { Inject, Injectable } from '@nestjs/common';
import type { JourneyItem, ReducedJourney } from '../../contract/journeys/journey.js';
import type { Day } from '../../domain/time.js';
import { directoryOrders, type DirectoryOrder } from '../directory/entry.js';
import { Names } from '../directory/names.js';
import { accessTo } from '../http/guards/access-to.js';
import { PLATFORM, type Platform } from '../platform.js';
import { surroundingColumns, type JourneySurroundings } from './journey-surroundings.js';
import { JourneyReader, type Reader } from './journey-reader.js';
import { openStoredState, storedStateColumns, type StoredState } from './loaded-journey.js';
import { cursorAt, placeOf, type Page, type Paging } from './paging.js';
import { itemView, reducedView } from './views/journey-view.js';

/** What a list of journeys is asked for. */
export interface ListQuery extends Paging {
  open: 'true' | 'false' | 'all';
  phase?: string | undefined;
  commune?: string | undefined;
  coach?: string | undefined;
  dueBefore?: Day | undefined;
  flagged?: 'true' | 'false' | undefined;
  module?: string | undefined;
  /** Beginnings of names, or of the Kennung; what only sounds alike comes after. */
  q?: string | undefined;
  language?: string | undefined;
  sort: keyof typeof sortKeys | DirectoryOrder;
}

/** A colleague's journey is found and sorted by nothing that the reader does not see of it. */
const seenInFull = '($2::uuid IS NULL OR j.coach_id IS NULL OR j.coach_id = $2)';

/** Texts that sort as what they stand for, so that one cursor fits every order. */
const sortKeys = {
  nextDue: `coalesce(to_char(due.day, 'YYYY-MM-DD'), '9999-12-31')`,
  phase: `lpad(coalesce(array_position($15::text[], j.phase), 99)::text, 2, '0')`,
  commune: 'j.commune',
  /** The gravest first. */
  severity: `(9 - coalesce(worst.severity, 0))::text`,
  /** Whom nobody has spoken to for the longest, first. */
  lastContactOn: `coalesce(to_char(CASE WHEN ${seenInFull} THEN j.last_contact_on END, 'YYYY-MM-DD'), '0000-00-00')`,
} as const;

/** Journeys that the directory has found, each with what it sorts by first. */
interface Found {
  ids: string[];
  ranks: number[];
}

/** So many of the directory's finds are looked at in one go: most of them pass the other filters. */
const foundAtOnce = 500;

interface Row extends StoredState, JourneySurroundings {
  key: string;
  day: Day | null;
  rule: string | null;
  coachId: string | null;
}

interface Place {
  sort: string;
  key: string;
  id: string;
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
    const after = placeOf(query.cursor, isPlaceOf(query.sort));
    const rows = isDirectoryOrder(query.sort)
      ? await this.inDirectoryOrder(query, query.sort, reader, after)
      : await this.rows(query, query.sort, reader, query.limit + 1, after, await this.found(query, reader));
    const shown = rows.slice(0, query.limit);
    const items = await Promise.all(shown.map((row) => this.item(row, reader)));
    const last = shown.at(-1);
    const place = last && { sort: query.sort, key: last.key, id: last.statePlain.journey };
    return { items, nextCursor: place && rows.length > query.limit ? cursorAt(place) : null };
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
    const matches = await this.names.inOrder(order, query, reader.account, after);
    const rows: Row[] = [];
    for (let at = 0; at < matches.length && rows.length <= query.limit; at += foundAtOnce) {
      const some = matches.slice(at, at + foundAtOnce);
      const found = { ids: some.map(({ id }) => id), ranks: some.map((_, index) => index) };
      const passed = await this.rows(query, 'found', reader, query.limit + 1 - rows.length, undefined, found);
      const keys = new Map(some.map(({ id, key }) => [id, key]));
      rows.push(...passed.map((row) => ({ ...row, key: keys.get(row.statePlain.journey) ?? '' })));
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
    const { phases } = this.platform.programmes.current;
    const { open, phase, commune, coach, dueBefore, flagged, module } = query;
    const { rows } = await this.platform.sql.query<Row>({
      name: `list-journeys-${sort}`,
      text: statementFor(sort),
      values: [
        account.communes,
        account.role === 'coach' ? account.id : null,
        open === 'all' ? null : open === 'true',
        phase ?? null,
        commune ?? null,
        (coach === 'me' ? account.email : coach) ?? null,
        dueBefore ?? null,
        limit,
        after?.key ?? null,
        after?.id ?? null,
        found?.ids ?? null,
        found?.ranks ?? null,
        flagged === undefined ? null : flagged === 'true',
        module ?? null,
        ...(sort === 'phase' ? [phases.map(({ key }) => key)] : []),
      ],
    });
    return rows;
  }

  private async item(row: Row, reader: Reader): Promise<JourneyItem | ReducedJourney> {
    const { sql, secrets } = this.platform;
    const { state } = await openStoredState(sql, secrets.wrapping, row);
    const { programme, commune } = state.plain;
    const context = await this.reader.context(programme, row, reader);
    const full = accessTo(reader.account, { commune, coachId: row.coachId }) === 'full';
    if (!full) return reducedView(state, context);
    const { day, rule } = row;
    return itemView(state, context, day !== null && rule !== null ? { day, rule } : null);
  }
}

/** The orders that the database knows; `found` is that of what it is given. */
type SqlSort = keyof typeof sortKeys | 'found';

/**
 * $1 communes or NULL, $2 the coach whose own journeys count wherever they lie, $3–$7 filters, $8 limit, $9–$10 the
 * cursor, $11–$12 what the directory has found, with its ranks, or NULL, $13–$14 filters, $15 the phases in their order.
 */
function statementFor(sort: SqlSort): string {
  // six digits, so that ranks sort as texts
  const rank = `CASE WHEN f.id IS NULL THEN '' ELSE lpad(f.rank::text, 6, '0') END`;
  const key = sort === 'found' ? rank : `${rank} || ${sortKeys[sort]}`;
  return `
    SELECT * FROM (
      SELECT ${storedStateColumns}, j.id, j.coach_id AS "coachId", ${surroundingColumns}, due.day, due.rule,
             (${key}) COLLATE "C" AS key
        FROM rm.journey j
        LEFT JOIN unnest($11::uuid[], $12::int[]) AS f(id, rank) ON f.id = j.id
        LEFT JOIN access.account a ON a.id = j.coach_id
        LEFT JOIN LATERAL (
          SELECT d.due AS day, d.rule FROM rm.deadline d
           WHERE d.journey_id = j.id AND d.state IN ('open', 'missed') ORDER BY d.due, d.id LIMIT 1) due ON ${seenInFull}
        LEFT JOIN LATERAL (
          SELECT max(g.severity) AS severity FROM rm.flag g WHERE g.journey_id = j.id) worst ON ${seenInFull}
       WHERE ($1::text[] IS NULL OR j.commune = ANY($1) OR j.coach_id = $2::uuid)
         AND ($3::boolean IS NULL OR j.open = $3)
         AND ($4::text IS NULL OR j.phase = $4)
         AND ($5::text IS NULL OR j.commune = $5)
         AND ($6::text IS NULL OR a.email = $6)
         AND ($7::date IS NULL OR due.day < $7)
         AND ($11::uuid[] IS NULL OR f.id IS NOT NULL)
         AND ($13::boolean IS NULL OR ${seenInFull} AND (worst.severity IS NOT NULL) = $13)
         AND ($14::text IS NULL OR ${seenInFull}
              AND j.standing->'modules' @> jsonb_build_array(jsonb_build_object('module', $14)))) found
     WHERE $9::text IS NULL OR (key, id) > ($9, $10::uuid)
     ORDER BY key, id LIMIT $8`;
}

const isDirectoryOrder = (sort: ListQuery['sort']): sort is DirectoryOrder =>
  (directoryOrders as readonly string[]).includes(sort);

const isPlaceOf =
  (sort: string) =>
  (value: unknown): value is Place => {
    const { sort: found, key, id } = (value ?? {}) as Partial<Record<keyof Place, unknown>>;
    return found === sort && typeof key === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id);
  };
