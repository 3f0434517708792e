import { Inject, Injectable } from '@nestjs/common';
import { isDay } from '../../domain/deadlines/day.js';
import type { JourneyState } from '../../domain/journey/state.js';
import { PLATFORM, type Platform } from '../platform.js';
import type { ItemKind } from './item-scope.js';
import { mailsOfNotices } from '../read-models/staff-mail/mails-of-notices.js';
import { surroundingColumns, type JourneySurroundings } from './journey-surroundings.js';
import { valuesFrom, type Value } from './conditions.js';
import { fullScopeOf, seenInFull } from './full-scope.js';
import { JourneyReader, type Reader } from './journey-reader.js';
import { rowOfJourneyColumns, type RowOfJourney } from './opened-states.js';
import { cursorAt, isItemPlace, placeOf, type ItemPlace, type Page, type Paging } from './paging.js';
import type { ViewContext } from './views/view-context.js';

/** Flags and messages have lists of their own kind, with filters of theirs. */
type Listed = Exclude<ItemKind, 'flag' | 'message'>;

/** In which order, along an index of the table; and the text of its first part in a cursor. */
const orders: Record<Listed, { by: string; type: string; key: string; isKey(key: string): boolean }> = {
  deadline: {
    by: 'i.due',
    type: 'date',
    key: `to_char(i.due, 'YYYY-MM-DD')`,
    isKey: isDay,
  },
  /** By severity and age. */
  task: {
    by: `((9 - i.severity)::text || to_char(i.opened_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS')) COLLATE "C"`,
    type: 'text',
    key: `(9 - i.severity)::text || to_char(i.opened_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS')`,
    isKey: () => true,
  },
};

interface Row extends RowOfJourney, JourneySurroundings {
  item: string;
  key: string;
}

/** Deadlines and tasks of all journeys that the reader sees in full. */
@Injectable()
export class ItemsAcross {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly reader: JourneyReader,
  ) {}

  /**
   * One page, each item as its journey shows it.
   * @param viewOf the item with that id of a journey; `undefined` where it has gone meanwhile
   * @param narrowed further conditions, on the item `i` and its journey `j`
   * @throws Problem 422 for a cursor of another list
   */
  async page<Item>(
    kind: Listed,
    { state, limit, cursor }: Paging & { state?: string | undefined },
    reader: Reader,
    viewOf: (state: JourneyState, context: ViewContext, id: string) => Item | undefined,
    narrowed: (value: Value) => string[] = () => [],
  ): Promise<Page<Item>> {
    const { sql } = this.platform;
    const after = placeOf(cursor, isPlaceOf(kind));
    const { values, value } = valuesFrom([
      ...fullScopeOf(reader.account),
      limit + 1,
      after?.[0] ?? null,
      after?.[1] ?? null,
      state ?? null,
    ]);
    // planned for what is asked for: which filters there are decides which index serves
    const { rows } = await sql.query<Row>({ text: statementFor(kind, narrowed(value)), values });
    const shown = rows.slice(0, limit);
    const states = await this.reader.of(shown, reader, 'full');
    const opened = shown.flatMap((row) => {
      const state = states.get(row.journey);
      return state ? [{ row, state }] : [];
    });
    const notices = opened.flatMap(({ state }) => Object.keys(state.plain.notices));
    const staffMails = await mailsOfNotices(sql, kind === 'deadline' ? notices : []);
    const items = await Promise.all(
      opened.map(async ({ row, state }) => {
        const context = await this.reader.context(state.plain.programme, row, reader, staffMails);
        return viewOf(state, context, row.item);
      }),
    );
    const last = rows[limit - 1];
    return {
      items: items.filter((item) => item !== undefined),
      nextCursor: last && rows.length > limit ? cursorAt([last.key, last.item]) : null,
    };
  }
}

const isPlaceOf =
  (kind: Listed) =>
  (value: unknown): value is ItemPlace =>
    isItemPlace(value) && orders[kind].isKey(value[0]);

/**
 * The page is found first, along the index of its order; only its journeys' states are read. $1 communes or NULL, $2 the
 * coach, who sees her own journeys and those without a coach, $3 limit, $4 and $5 cursor, $6 state; behind them what
 * `narrowed` needs.
 */
function statementFor(kind: Listed, narrowed: readonly string[]): string {
  const { by, type, key } = orders[kind];
  return `
  WITH page AS MATERIALIZED (
    SELECT i.id, i.journey_id, ${by} AS place, ${key} AS key
      FROM rm.${kind} i
      JOIN rm.journey j ON j.id = i.journey_id
     WHERE ${seenInFull}
       AND ($6::text IS NULL OR i.state = $6)
       ${narrowed.map((condition) => `AND ${condition}`).join(' ')}
       AND ($4::${type} IS NULL OR (${by}, i.id) > ($4::${type}, $5::uuid))
     ORDER BY ${by}, i.id LIMIT $3)
  SELECT ${rowOfJourneyColumns}, page.id AS item, ${surroundingColumns}, page.key
    FROM page
    JOIN rm.journey j ON j.id = page.journey_id
    LEFT JOIN access.account a ON a.id = j.coach_id
   ORDER BY page.place, page.id`;
}
