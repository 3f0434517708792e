import { Inject, Injectable } from '@nestjs/common';
import type { FlagItem } from '../../contract/pages/flags.js';
import { lastContactOn } from '../../domain/journey/facts.js';
import { benchOf, type Bench } from '../acts/bench.js';
import { coachOptions } from '../acts/coach-options.js';
import { possible } from '../acts/offer.js';
import { remediesOfFlag } from '../acts/remedies.js';
import { Names } from '../directory/names.js';
import { JourneyReader, type Reader } from '../journeys/journey-reader.js';
import { surroundingColumns, type JourneySurroundings } from '../journeys/journey-surroundings.js';
import { openStoredState, storedStateColumns, type StoredState } from '../journeys/loaded-journey.js';
import { cursorAt, isItemPlace, placeOf, type Page, type Paging } from '../journeys/paging.js';
import { flagViews } from '../journeys/views/flag-view.js';
import { whereaboutsOf } from '../journeys/views/journey-of-item.js';
import { PLATFORM, type Platform } from '../platform.js';
import { askedForFlags, flagValues, type FlagFilters } from './flag-conditions.js';

interface Row extends StoredState, JourneySurroundings {
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
    const after = placeOf(cursor, isItemPlace);
    const values = await flagValues(filters, reader, this.names, await clock.now());
    const { rows } = await sql.query<Row>({
      name: 'list-flags',
      text: statement,
      values: [...values, limit + 1, after?.[0] ?? null, after?.[1] ?? null],
    });
    const coaches = reader.account.role === 'coordinator' ? await coachOptions(sql) : [];
    const items = await Promise.all(rows.slice(0, limit).map((row) => this.item(row, reader, coaches)));
    const last = rows[limit - 1];
    return {
      items: items.filter((item) => item !== undefined),
      nextCursor: last && rows.length > limit ? cursorAt([last.key, last.item]) : null,
    };
  }

  private async item(row: Row, reader: Reader, coaches: Bench['coaches']): Promise<FlagItem | undefined> {
    const { sql, secrets } = this.platform;
    const { state } = await openStoredState(sql, secrets.wrapping, row);
    const context = await this.reader.context(state.plain.programme, row, reader);
    const flag = flagViews(state, context).find(({ id }) => id === row.item);
    const fact = state.plain.flags.find(({ id }) => id === row.item);
    if (!flag || !fact) return undefined;
    const bench = benchOf(state, context, reader.account, coaches);
    return {
      ...flag,
      ...whereaboutsOf(state, context),
      lastContactOn: lastContactOn(state),
      actions: possible(remediesOfFlag(fact, bench), bench),
    };
  }
}

/** A text that sorts by severity, then by age. $13 limit, $14 and $15 the cursor. */
const sortKey = `(9 - i.severity)::text || to_char(i.since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS')`;

const statement = `
  SELECT * FROM (
    SELECT ${storedStateColumns}, i.id AS item, ${surroundingColumns}, ${sortKey} COLLATE "C" AS key
      FROM ${askedForFlags}) found
   WHERE $14::text IS NULL OR (key, item) > ($14, $15::uuid)
   ORDER BY key, item LIMIT $13`;
