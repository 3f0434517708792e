import { Inject, Injectable } from '@nestjs/common';
import type { JourneyItem, ReducedJourney } from '../../contract/journeys/journey.js';
import type { Day } from '../../domain/time.js';
import { accessTo } from '../http/guards/access-to.js';
import { PLATFORM, type Platform } from '../platform.js';
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
  sort: keyof typeof sortKeys;
}

/** Texts that sort as what they stand for, so that one cursor fits every order. */
const sortKeys = {
  nextDue: `coalesce(to_char(due.day, 'YYYY-MM-DD'), '9999-12-31')`,
  phase: `lpad(coalesce(array_position($9::text[], j.phase), 99)::text, 2, '0')`,
  commune: 'j.commune',
} as const;

interface Row extends StoredState {
  key: string;
  day: Day | null;
  rule: string | null;
  coach: string | null;
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
  ) {}

  /** One page. @throws Problem 422 for a cursor of another list or order */
  async page(query: ListQuery, reader: Reader): Promise<Page<JourneyItem | ReducedJourney>> {
    const after = placeOf(query.cursor, isPlaceOf(query.sort));
    const { rows } = await this.platform.sql.query<Row>({
      name: `list-journeys-${query.sort}`,
      text: statementFor(query.sort),
      values: this.valuesOf(query, reader, after),
    });
    const shown = rows.slice(0, query.limit);
    const items = await Promise.all(shown.map((row) => this.item(row, reader)));
    const last = shown.at(-1);
    const place = last && { sort: query.sort, key: last.key, id: last.statePlain.journey };
    return { items, nextCursor: place && rows.length > query.limit ? cursorAt(place) : null };
  }

  private valuesOf(query: ListQuery, { account }: Reader, after: Place | undefined): unknown[] {
    const { phases } = this.platform.programmes.current;
    const { open, phase, commune, coach, dueBefore, limit, sort } = query;
    return [
      account.communes,
      account.role === 'coach' ? account.id : null,
      open === 'all' ? null : open === 'true',
      phase ?? null,
      commune ?? null,
      coach ?? null,
      dueBefore ?? null,
      limit + 1,
      ...(sort === 'phase' ? [phases.map(({ key }) => key)] : []),
      after?.key ?? null,
      after?.id ?? null,
    ];
  }

  private async item(row: Row, reader: Reader): Promise<JourneyItem | ReducedJourney> {
    const { sql, secrets } = this.platform;
    const { state } = await openStoredState(sql, secrets.wrapping, row);
    const { programme, commune } = state.plain;
    const context = this.reader.context(programme, row.coach, reader);
    const full = accessTo(reader.account, { commune, coachId: row.coachId }) === 'full';
    if (!full) return reducedView(state, context);
    const { day, rule } = row;
    return itemView(state, context, day !== null && rule !== null ? { day, rule } : null);
  }
}

/** $1 communes or NULL, $2 the coach whose own journeys count wherever they lie, $3–$7 filters, $8 limit, then the cursor. */
function statementFor(sort: keyof typeof sortKeys): string {
  const [key, id] = sort === 'phase' ? ['$10', '$11'] : ['$9', '$10'];
  return `
    SELECT * FROM (
      SELECT ${storedStateColumns}, j.id, j.coach_id AS "coachId", a.email AS coach, due.day, due.rule,
             ${sortKeys[sort]} COLLATE "C" AS key
        FROM rm.journey j
        LEFT JOIN access.account a ON a.id = j.coach_id
        LEFT JOIN LATERAL (
          SELECT d.due AS day, d.rule FROM rm.deadline d
           WHERE d.journey_id = j.id AND d.state IN ('open', 'missed') ORDER BY d.due, d.id LIMIT 1) due ON true
       WHERE ($1::text[] IS NULL OR j.commune = ANY($1) OR j.coach_id = $2::uuid)
         AND ($3::boolean IS NULL OR j.open = $3)
         AND ($4::text IS NULL OR j.phase = $4)
         AND ($5::text IS NULL OR j.commune = $5)
         AND ($6::text IS NULL OR a.email = $6)
         AND ($7::date IS NULL OR due.day < $7)) found
     WHERE ${key}::text IS NULL OR (key, id) > (${key}, ${id}::uuid)
     ORDER BY key, id LIMIT $8`;
}

const isPlaceOf =
  (sort: string) =>
  (value: unknown): value is Place => {
    const { sort: found, key, id } = (value ?? {}) as Partial<Record<keyof Place, unknown>>;
    return found === sort && typeof key === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id);
  };
