import { Inject, Injectable } from '@nestjs/common';
import type { Cell, FlowFigures } from '../../contract/pages/figures.js';
import { movements, type Movement } from '../../contract/pages/lists.js';
import type { Calendar } from '../../domain/deadlines/calendar.js';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import type { Day } from '../../domain/time.js';
import { regionConditions, valuesFrom, whereAll, type Placed } from '../journeys/conditions.js';
import { movedSince } from '../journeys/flow-conditions.js';
import type { Reader } from '../journeys/journey-reader.js';
import { PLATFORM, type Platform } from '../platform.js';
import { present, type Moment } from './moment.js';
import { queryOf } from './query-of.js';
import { beginsBefore, firstMonday, holidaysOnWeekdays, workingDaysUpTo } from './working-days.js';

/** The flow is that of so many days. */
const daysBack = 90;

/** Of one phase: journeys by how they moved, and how long its stays last. */
type Moved = Record<Movement, number> & {
  phase: string;
  median: number;
  ninthDecile: number;
  stays: number;
  longer: number;
};

/** How journeys move through the phases, and how long they stay in each. */
@Injectable()
export class FlowFiguresReader {
  private holidays: Day[] | undefined;

  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  /** @param asOf a past moment; now where none is given */
  async show(placed: Placed, reader: Reader, asOf?: Moment): Promise<FlowFigures> {
    const { clock, programmes } = this.platform;
    const { current } = programmes;
    const { calendar } = programmes.planning(current.key);
    const moment = asOf ?? present(await clock.now());
    const today = berlinDay(moment.now);
    const since = addDays(today, -daysBack);
    const [standing, moved] = await Promise.all([
      this.standing(placed, reader, moment),
      this.moved({ today, since, calendar }, placed, reader, moment),
    ]);
    const filters = queryOf({ ...placed });
    // being closed is where a way ends, no part of it
    const phases = current.phases.filter(({ key }) => key !== 'closed');
    return {
      since,
      phases: phases.map(({ key, title }) => ({
        key,
        label: title[reader.language],
        now: {
          count: standing.get(key) ?? 0,
          query: { open: 'true', phase: key, ...filters },
        },
        ...figuresOf(key, moved.get(key), { today, since, calendar, filters }),
      })),
    };
  }

  private async standing(
    placed: Placed,
    { account }: Reader,
    { tables }: Moment,
  ): Promise<Map<string, number>> {
    const { values, value } = valuesFrom();
    const narrowed = regionConditions(account, placed, value);
    const { rows } = await this.platform.sql.query<{ phase: string; count: number }>({
      text: `SELECT j.phase, count(*)::int AS count FROM ${tables(value)('journey')} j
              ${whereAll(['j.open', ...narrowed])} GROUP BY 1`,
      values,
    });
    return new Map(rows.map(({ phase, count }) => [phase, count]));
  }

  private async moved(
    { today, since, calendar }: { today: Day; since: Day; calendar: Calendar },
    placed: Placed,
    { account }: Reader,
    { tables }: Moment,
  ): Promise<Map<string, Moved>> {
    this.holidays ??= holidaysOnWeekdays(calendar);
    const { values, value } = valuesFrom();
    const stood = tables(value);
    const [now, from] = [value(today, 'date'), value(since, 'date')];
    const [first, holidays] = [value(firstMonday(calendar), 'date'), value(this.holidays, 'date[]')];
    const upTo = (day: string): string => workingDaysUpTo(day, first, holidays);
    const narrowed = regionConditions(account, placed, value);
    const countOf = (movement: Movement): string =>
      `count(DISTINCT p.journey_id) FILTER (WHERE ${movedSince(movement, from)})::int AS ${movement}`;
    const { rows } = await this.platform.sql.query<Moved>({
      text: `
        WITH stay AS MATERIALIZED (
          SELECT p.*, greatest(0, ${upTo(`coalesce(p.left_on, ${now})`)} - ${upTo('p.entered_on')}) AS days
            FROM ${stood('phase')} p
            ${narrowed.length === 0 ? '' : `JOIN ${stood('journey')} j ON j.id = p.journey_id`}
            ${whereAll([`(p.left_on IS NULL OR p.left_on >= ${from})`, ...narrowed])}),
        span AS (
          SELECT p.phase, count(*)::int AS stays,
                 percentile_disc(0.5) WITHIN GROUP (ORDER BY p.days) AS median,
                 percentile_disc(0.9) WITHIN GROUP (ORDER BY p.days) AS "ninthDecile"
            FROM stay p GROUP BY 1)
        SELECT p.phase, s.stays, s.median, s."ninthDecile", ${movements.map(countOf).join(', ')},
               count(*) FILTER (WHERE p.left_on IS NULL AND p.days > s."ninthDecile")::int AS longer
          FROM stay p JOIN span s ON s.phase = p.phase
         GROUP BY p.phase, s.stays, s.median, s."ninthDecile"`,
      values,
    });
    return new Map(rows.map((row) => [row.phase, row]));
  }
}

interface Setting {
  today: Day;
  since: Day;
  calendar: Calendar;
  filters: Record<string, string>;
}

function figuresOf(phase: string, moved: Moved | undefined, { today, since, calendar, filters }: Setting) {
  const cellOf = (movement: Movement): Cell => ({
    count: moved?.[movement] ?? 0,
    query: { open: 'all', move: `${phase}.${movement}`, moveSince: since, ...filters },
  });
  const phaseBefore = moved && beginsBefore(moved.ninthDecile, today, calendar);
  return {
    entered: cellOf('entered'),
    onward: cellOf('onward'),
    back: cellOf('back'),
    ended: cellOf('ended'),
    span: moved ? { median: moved.median, ninthDecile: moved.ninthDecile, stays: moved.stays } : null,
    longer: {
      count: moved?.longer ?? 0,
      query: queryOf({ open: 'true', phase, phaseBefore, ...filters }),
    },
  };
}
