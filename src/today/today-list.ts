import { Inject, Injectable } from '@nestjs/common';
import type { Today } from '../../contract/pages/today.js';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import type { Day } from '../../domain/time.js';
import { benchOf } from '../acts/bench.js';
import { coachOptions } from '../acts/coach-options.js';
import { accessTo } from '../http/guards/access-to.js';
import { forbidden, notFound } from '../http/problems.js';
import { fullScopeOf, seenInFull } from '../journeys/full-scope.js';
import { JourneyReader, type Reader } from '../journeys/journey-reader.js';
import { surroundingColumns, type JourneySurroundings } from '../journeys/journey-surroundings.js';
import { rowOfJourneyColumns, type RowOfJourney } from '../journeys/opened-states.js';
import { journeyRefOf } from '../journeys/views/view-context.js';
import { PLATFORM, type Platform } from '../platform.js';
import { daysAfter, daysAhead, deadlinesToDo } from './deadlines-to-do.js';
import { DoneToday } from './done-today.js';
import { flagsToDo } from './flags-to-do.js';
import { tasksToDo } from './tasks-to-do.js';
import { byUrgency, groups, type ToDo } from './to-do.js';
import { isForReader } from './told.js';

interface Row extends RowOfJourney, JourneySurroundings {
  /** Nobody accompanies it, or somebody whose account is disabled. */
  isNobodys: boolean;
}

/**
 * What is to be done today. Of one journey everything; else what the reader is to see to (told.ts). Groups:
 *
 * - `overdue`: a flag, task or deadline whose day to act is over;
 * - `due_today`: the same where that day is today;
 * - `this_week`: other raised flags and open tasks. A flag's day to act follows its severity: the day since which it is
 *   so for the gravest, 7 days later for those of the week, and none for what is only for information; a day that is
 *   still to come makes nothing late;
 * - `next_7_days`: deadlines that come within seven days.
 *
 * A deadline of which a flag says the same is not said twice (said-by-flags.ts); what was put aside is not shown.
 */
@Injectable()
export class TodayList {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly reader: JourneyReader,
    private readonly done: DoneToday,
  ) {}

  /** @throws Problem 404 and 403 for a journey that the reader does not see, or not in full */
  async show(reader: Reader, journey?: string): Promise<Today> {
    const { sql, clock } = this.platform;
    if (journey !== undefined) await this.refuseUnseen(journey, reader);
    const today = berlinDay(await clock.now());
    const isCoordinator = reader.account.role === 'coordinator';
    const [rows, coaches, done, next] = await Promise.all([
      this.rows(reader, today, journey),
      isCoordinator ? coachOptions(sql) : [],
      this.done.of(reader, today, journey),
      this.next(reader, today, journey),
    ]);
    const states = await this.reader.of(rows, reader, 'full');
    const all = await Promise.all(
      rows.map(async (row) => {
        const state = states.get(row.journey);
        if (!state) return [];
        const context = await this.reader.context(state.plain.programme, row, reader);
        const bench = benchOf(state, context, reader.account, coaches);
        const isHers = (id: string): boolean =>
          journey !== undefined || isForReader(id, bench, row.isNobodys);
        return [flagsToDo, tasksToDo, deadlinesToDo].flatMap((toDo) => toDo(bench, isHers));
      }),
    );
    return answer(today, all.flat(), done, next);
  }

  private async refuseUnseen(journey: string, { account }: Reader): Promise<void> {
    const { rows } = await this.platform.sql.query<{ commune: string; coachId: string | null }>({
      name: 'journey-of-today',
      text: 'SELECT commune, coach_id AS "coachId" FROM rm.journey WHERE id = $1',
      values: [journey],
    });
    const access = rows[0] && accessTo(account, rows[0]);
    if (!access) throw notFound();
    if (access === 'reduced') throw forbidden('This journey is accompanied by a colleague.');
  }

  /** The journeys in which there may be something to do, each with its state: one statement for all of them. */
  private async rows({ account }: Reader, today: Day, journey: string | undefined): Promise<Row[]> {
    const { rows } = await this.platform.sql.query<Row>({
      name: 'journeys-of-today',
      text: `SELECT ${rowOfJourneyColumns}, ${surroundingColumns},
                    a.id IS NULL OR a.disabled_at IS NOT NULL AS "isNobodys"
               FROM rm.journey j LEFT JOIN access.account a ON a.id = j.coach_id
              WHERE ${seenInFull} AND ($3::uuid IS NULL OR j.id = $3)
                AND (EXISTS (SELECT FROM rm.flag f WHERE f.journey_id = j.id)
                  OR EXISTS (SELECT FROM rm.task t WHERE t.journey_id = j.id AND t.state = 'open')
                  OR EXISTS (SELECT FROM rm.deadline d WHERE d.journey_id = j.id AND d.due BETWEEN $5 AND $4
                              AND d.state IN ('open', 'missed')))`,
      values: [
        ...fullScopeOf(account),
        journey ?? null,
        addDays(today, daysAhead),
        addDays(today, -daysAfter),
      ],
    });
    return rows;
  }

  /** The first deadline after the days that are shown. */
  private async next(reader: Reader, today: Day, journey?: string): Promise<Today['next']> {
    const { account, language } = reader;
    const { sql, programmes } = this.platform;
    const { rows } = await sql.query<RowOfJourney & { due: Day; rule: string }>({
      name: 'next-after-today',
      text: `SELECT ${rowOfJourneyColumns}, d.due, d.rule
               FROM rm.deadline d JOIN rm.journey j ON j.id = d.journey_id
              WHERE ${seenInFull} AND ($3::uuid IS NULL OR j.id = $3) AND d.state = 'open' AND d.due > $4
              ORDER BY d.due, d.id LIMIT 1`,
      values: [...fullScopeOf(account), journey ?? null, addDays(today, daysAhead)],
    });
    const [row] = rows;
    const state = row && (await this.reader.of([row], reader, 'full')).get(row.journey);
    if (!state) return null;
    const rule = programmes.of(state.plain.programme).deadlines.find(({ key }) => key === row.rule);
    return { day: row.due, title: rule?.title[language] ?? row.rule, journey: journeyRefOf(state) };
  }
}

function answer(day: Day, all: ToDo[], done: Today['done'], next: Today['next']): Today {
  const sorted = all.toSorted(byUrgency);
  const listed = groups.map((key) => ({
    key,
    items: sorted.filter(({ group }) => group === key).map(({ item }) => item),
  }));
  return {
    day,
    left: all.filter(({ group }) => group !== 'next_7_days').length,
    done,
    groups: listed.filter(({ items }) => items.length > 0),
    next,
  };
}
