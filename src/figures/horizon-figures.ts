import { Inject, Injectable } from '@nestjs/common';
import type { Cell, HorizonFigures } from '../../contract/pages/figures.js';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import type { Programme } from '../../domain/programme/schema/programme.js';
import type { Day } from '../../domain/time.js';
import { regionConditions, valuesFrom, whereAll, type Placed } from '../journeys/conditions.js';
import type { Reader } from '../journeys/journey-reader.js';
import { PLATFORM, type Platform } from '../platform.js';
import { present, type Moment } from './moment.js';
import { queryOf } from './query-of.js';
import { mondayOf, weeksAhead, weeksFrom } from './weeks.js';

interface Counted {
  rule: string;
  week: number;
  count: number;
}

/** A task of this kind stands where a paper is recorded without the day until which it is valid. */
const undatedTask = { kind: 'fact_missing', state: 'open' } as const;

/** How many deadlines the next weeks bring. */
@Injectable()
export class HorizonFiguresReader {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  /** @param asOf a past moment; now where none is given */
  async show(placed: Placed, reader: Reader, asOf?: Moment): Promise<HorizonFigures> {
    const { clock, programmes } = this.platform;
    const { current, all } = programmes;
    const moment = asOf ?? present(await clock.now());
    const monday = mondayOf(berlinDay(moment.now));
    const { calendar } = programmes.planning(current.key);
    const [counted, undated] = await Promise.all([
      this.dated(monday, placed, reader, moment),
      this.undated(placed, reader, moment),
    ]);
    const filters = queryOf({ ...placed });
    const kinds = current.deadlineKinds.map(({ key, title }) => {
      const rules = all.flatMap(({ deadlines }) => deadlines.filter(({ kind }) => kind === key));
      const own = counted.filter(({ rule }) => rules.some((known) => known.key === rule));
      return {
        key,
        label: title[reader.language],
        weeks: Array.from({ length: weeksAhead }, (_, at) => cellOf(key, at, monday, own, filters)),
        undated: rules.some(({ anchor }) => isOfPaper(anchor, all))
          ? { count: undated, query: { ...undatedTask, ...filters } }
          : null,
      };
    });
    const deadlines = kinds.flatMap(({ weeks }) => weeks).reduce((sum, { count }) => sum + count, 0);
    return { weeks: weeksFrom(monday, calendar), deadlines, kinds };
  }

  private async dated(
    monday: Day,
    placed: Placed,
    { account }: Reader,
    { tables }: Moment,
  ): Promise<Counted[]> {
    const { values, value } = valuesFrom();
    const from = tables(value);
    const first = value(monday, 'date');
    const end = value(addDays(monday, weeksAhead * 7), 'date');
    const narrowed = regionConditions(account, placed, value);
    const { rows } = await this.platform.sql.query<Counted>({
      text: `SELECT i.rule, (i.due - ${first}) / 7 AS week, count(*)::int AS count
               FROM ${from('deadline')} i ${joinedFor(narrowed, from)}
               ${whereAll([`i.state = 'open'`, `i.due >= ${first}`, `i.due < ${end}`, ...narrowed])}
              GROUP BY 1, 2`,
      values,
    });
    return rows;
  }

  private async undated(placed: Placed, { account }: Reader, { tables }: Moment): Promise<number> {
    const { values, value } = valuesFrom();
    const from = tables(value);
    const { kind, state } = undatedTask;
    const narrowed = regionConditions(account, placed, value);
    const { rows } = await this.platform.sql.query<{ count: number }>({
      text: `SELECT count(*)::int AS count FROM ${from('task')} i ${joinedFor(narrowed, from)}
              ${whereAll([`i.kind = '${kind}'`, `i.state = '${state}'`, ...narrowed])}`,
      values,
    });
    return rows[0]?.count ?? 0;
  }
}

/** Every item has its journey; it is looked at only where something is asked of it. */
const joinedFor = (narrowed: readonly string[], from: ReturnType<Moment['tables']>): string =>
  narrowed.length === 0 ? '' : `JOIN ${from('journey')} j ON j.id = i.journey_id`;

const isOfPaper = (anchor: string, programmes: readonly Programme[]): boolean =>
  programmes.some(({ anchors }) => anchors.some(({ key, of }) => key === anchor && of === 'document'));

function cellOf(
  kind: string,
  at: number,
  monday: Day,
  counted: readonly Counted[],
  filters: Record<string, string>,
): Cell {
  const first = addDays(monday, at * 7);
  return {
    count: counted.filter(({ week }) => week === at).reduce((sum, { count }) => sum + count, 0),
    query: { state: 'open', kind, dueFrom: first, dueBefore: addDays(first, 7), ...filters },
  };
}
