import { Inject, Injectable } from '@nestjs/common';
import type { FlagItem } from '../../contract/pages/flags.js';
import { lastContactOn } from '../../domain/journey/facts.js';
import type { JourneyState } from '../../domain/journey/state.js';
import { benchOf, type Bench } from '../acts/bench.js';
import { someCoachOptions } from '../acts/coach-options.js';
import { actsAboutFlag } from '../acts/acts-about-flag.js';
import { Names } from '../directory/names.js';
import { JourneyReader, type Reader } from '../journeys/journey-reader.js';
import { surroundingColumns, type JourneySurroundings } from '../journeys/journey-surroundings.js';
import { rowOfJourneyColumns, type RowOfJourney } from '../journeys/opened-states.js';
import {
  cursorAt,
  isItemPlace,
  placeOf,
  type ItemPlace,
  type Page,
  type Paging,
} from '../journeys/paging.js';
import { flagViews } from '../journeys/views/flag-view.js';
import { whereaboutsOf } from '../journeys/views/journey-of-item.js';
import { PLATFORM, type Platform } from '../platform.js';
import { askedForFlags, flagValues, type FlagFilters } from './flag-conditions.js';

interface Row extends RowOfJourney, JourneySurroundings {
  item: string;
  key: string;
}

/** Flags across journeys, the gravest and oldest first. */
@Injectable()
export class FlagList {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly reader: JourneyReader,
    private readonly names: Names,
  ) {}

  /** One page. @throws Problem 422 for a cursor of another list, 503 as long as names are still read */
  async page({ limit, cursor, ...filters }: FlagFilters & Paging, reader: Reader): Promise<Page<FlagItem>> {
    const { sql, clock } = this.platform;
    const after = placeOf(cursor, isPlaceOfFlag);
    const values = await flagValues(filters, reader, this.names, await clock.now());
    const asked = sql.query<Row>({
      // planned for what is asked for: which filters there are decides which index serves
      text: statement,
      values: [
        ...values,
        limit + 1,
        ...(after ? [severityAt(after[0]), instantAt(after[0]), after[1]] : [null, null, null]),
      ],
    });
    const [{ rows }, coaches] = await Promise.all([
      asked,
      reader.account.role === 'coordinator' ? someCoachOptions(sql) : [],
    ]);
    const shown = rows.slice(0, limit);
    const states = await this.reader.of(shown, reader, 'full');
    const items = await Promise.all(
      shown.map((row) => this.item(row, states.get(row.journey), reader, coaches)),
    );
    const last = rows[limit - 1];
    return {
      items: items.filter((item) => item !== undefined),
      nextCursor: last && rows.length > limit ? cursorAt([last.key, last.item]) : null,
    };
  }

  private async item(
    row: Row,
    state: JourneyState | undefined,
    reader: Reader,
    coaches: Bench['coaches'],
  ): Promise<FlagItem | undefined> {
    if (!state) return undefined;
    const context = await this.reader.context(state.plain.programme, row, reader);
    const flag = flagViews(state, context).find(({ id }) => id === row.item);
    const fact = state.plain.flags.find(({ id }) => id === row.item);
    if (!flag || !fact) return undefined;
    const bench = benchOf(state, context, reader.account, coaches);
    return {
      ...flag,
      ...whereaboutsOf(state, context),
      lastContactOn: lastContactOn(state),
      actions: actsAboutFlag(fact, bench),
    };
  }
}

/** A text that tells where in the list a flag stands: its severity, then its age. */
const placeKey = `(9 - i.severity)::text || to_char(i.since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS')`;

/**
 * The page is found first, along the index of that order; only its journeys' states are read. $13 limit, $14 to $16 the
 * cursor: severity, instant and id.
 */
const statement = `
  WITH page AS MATERIALIZED (
    SELECT i.id, i.journey_id, i.severity, i.since, ${placeKey} AS key
      FROM ${askedForFlags}
       AND ($14::int IS NULL OR i.severity < $14 OR (i.severity = $14 AND (i.since, i.id) > ($15::timestamptz, $16::uuid)))
     ORDER BY i.severity DESC, i.since, i.id LIMIT $13)
  SELECT ${rowOfJourneyColumns}, page.id AS item, ${surroundingColumns}, page.key
    FROM page
    JOIN rm.journey j ON j.id = page.journey_id
    LEFT JOIN access.account a ON a.id = j.coach_id
   ORDER BY page.severity DESC, page.since, page.id`;

const isPlaceOfFlag = (value: unknown): value is ItemPlace =>
  isItemPlace(value) &&
  /^[678](?!0000)\d{4}-\d\d-\d\dT[\d:.]+$/.test(value[0]) &&
  !Number.isNaN(Date.parse(instantAt(value[0])));

/** Severity and instant of a place. */
const severityAt = (key: string): number => 9 - Number(key.slice(0, 1));
const instantAt = (key: string): string => `${key.slice(1)}Z`;
