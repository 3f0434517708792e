import { Inject, Injectable } from '@nestjs/common';
import type { MessageItem } from '../../contract/pages/messages.js';
import { Names } from '../directory/names.js';
import { JourneyReader, type Reader } from '../journeys/journey-reader.js';
import { surroundingColumns, type JourneySurroundings } from '../journeys/journey-surroundings.js';
import { rowOfJourneyColumns, type RowOfJourney } from '../journeys/opened-states.js';
import {
  cursorAt,
  isInstant,
  isItemPlace,
  placeOf,
  type ItemPlace,
  type Page,
  type Paging,
} from '../journeys/paging.js';
import { whereaboutsOf } from '../journeys/views/journey-of-item.js';
import { messagesOf } from '../journeys/views/message-view.js';
import { PLATFORM, type Platform } from '../platform.js';
import { messageId } from '../read-models/message/message.js';
import { mailsOfNotices } from '../read-models/staff-mail/mails-of-notices.js';
import { askedForMessages, messageValues, type MessageFilters } from './message-conditions.js';

type Order = 'earliest' | 'latest';

interface Row extends RowOfJourney, JourneySurroundings {
  item: string;
  key: string;
}

/** Messages of all journeys that the reader sees in full. */
@Injectable()
export class MessageList {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly reader: JourneyReader,
    private readonly names: Names,
  ) {}

  /** One page. @throws Problem 422 for a cursor of another list, 503 as long as names are still read */
  async page(
    { limit, cursor, order, ...filters }: MessageFilters & Paging & { order: Order },
    reader: Reader,
  ): Promise<Page<MessageItem>> {
    const { sql } = this.platform;
    const after = placeOf(cursor, isPlace);
    const values = await messageValues(filters, reader.account, this.names);
    const { rows } = await sql.query<Row>({
      // planned for what is asked for: which filters there are decides which index serves
      text: statements[order],
      values: [...values, limit + 1, after?.[0] ?? null, after?.[1] ?? null],
    });
    const shown = rows.slice(0, limit);
    const last = rows[limit - 1];
    return {
      items: await this.items(shown, reader),
      nextCursor: last && rows.length > limit ? cursorAt([last.key, last.item]) : null,
    };
  }

  private async items(rows: readonly Row[], reader: Reader): Promise<MessageItem[]> {
    const states = await this.reader.of(rows, reader, 'full');
    const notices = [...states.values()].flatMap(({ plain }) => Object.keys(plain.notices));
    const staffMails = await mailsOfNotices(this.platform.sql, notices);
    const names = await this.reader.namesIn([...states.values()].map(({ plain }) => plain));
    const items = await Promise.all(
      rows.map(async (row) => {
        const state = states.get(row.journey);
        if (!state) return undefined;
        const context = await this.reader.context(state.plain.programme, row, reader, staffMails, names);
        const [found] = messagesOf(state, context, ({ key }) => messageId(key) === row.item);
        const { commune, coach, phone } = whereaboutsOf(state, context);
        return found && { ...found.view, commune, coach, ...(phone !== undefined && { phone }) };
      }),
    );
    return items.filter((item) => item !== undefined);
  }
}

const isPlace = (value: unknown): value is ItemPlace => isItemPlace(value) && isInstant(value[0]);

/**
 * The page is found first, along the index of its order; only its journeys' states are read. $10 limit, $11 and $12 the
 * cursor: instant and id.
 */
const statementFor = (direction: '' | 'DESC', beyond: '>' | '<'): string => `
  WITH page AS MATERIALIZED (
    SELECT i.id, i.journey_id, i.planned_for,
           to_char(i.planned_for AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS key
      FROM ${askedForMessages}
       AND ($11::timestamptz IS NULL OR (i.planned_for, i.id) ${beyond} ($11::timestamptz, $12::uuid))
     ORDER BY i.planned_for ${direction}, i.id ${direction} LIMIT $10)
  SELECT ${rowOfJourneyColumns}, page.id AS item, ${surroundingColumns}, page.key
    FROM page
    JOIN rm.journey j ON j.id = page.journey_id
    LEFT JOIN access.account a ON a.id = j.coach_id
   ORDER BY page.planned_for ${direction}, page.id ${direction}`;

const statements = { earliest: statementFor('', '>'), latest: statementFor('DESC', '<') };
