import { Inject, Injectable } from '@nestjs/common';
import type { StuckFigures } from '../../contract/pages/figures.js';
import type { Programme } from '../../domain/programme/schema/programme.js';
import { Names } from '../directory/names.js';
import { present, type Moment } from '../figures/moment.js';
import { valuesFrom } from '../journeys/conditions.js';
import type { Reader } from '../journeys/journey-reader.js';
import type { Language } from '../journeys/views/language.js';
import { nobody } from '../journeys/views/nobody.js';
import { PLATFORM, type Platform } from '../platform.js';
import {
  flagsAskedForIn,
  filterNames,
  flagValues,
  olderThanInstant,
  type FlagFilters,
} from './flag-conditions.js';

type Grouping = StuckFigures['by'];
type Cell = StuckFigures['groups'][number]['old'];

interface Row {
  journey: string;
  rule: string;
  commune: string;
  coach: string;
  coachName: string | null;
  severity: number;
  isOld: boolean;
}

/** A flag that has been raised for more than so many days counts as old. */
const oldAfterDays = 7;

/**
 * How many flags there are. A machine's fault is not counted with what stands in people's way: it is asked for by
 * `technical=true`, and alone.
 */
@Injectable()
export class StuckFiguresReader {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly names: Names,
  ) {}

  /**
   * @param asOf a past moment; now where none is given
   * @throws Problem 503 as long as names are still read
   */
  async show(by: Grouping, asked: FlagFilters, reader: Reader, asOf?: Moment): Promise<StuckFigures> {
    const { sql, clock, programmes } = this.platform;
    const filters: FlagFilters = { ...asked, technical: asked.technical === 'true' ? 'true' : 'false' };
    const { now, tables } = asOf ?? present(await clock.now());
    const { values, value } = valuesFrom(await flagValues(filters, reader, this.names, now));
    const isOld = `i.since < ${value(olderThanInstant(oldAfterDays, now), 'timestamptz')}`;
    const { rows } = await sql.query<Row>({
      // known by its name only where its tables are those of now
      ...(asOf === undefined && { name: 'stuck-figures' }),
      text: `SELECT j.id AS journey, i.rule, j.commune, coalesce(a.email, 'none') AS coach, a.name AS "coachName",
                    i.severity, ${isOld} AS "isOld"
               FROM ${flagsAskedForIn(tables(value))}`,
      values,
    });
    const labels = labelsOf(by, rows, programmes.current, reader.language);
    const groups = [...labels].flatMap(([key, label]) => {
      const own = rows.filter((row) => row[by] === key);
      return own.length === 0 ? [] : [{ key, label, ...cellsOf(own, { ...queryOf(filters), [by]: key }) }];
    });
    return { by, flags: rows.length, journeys: new Set(rows.map(({ journey }) => journey)).size, groups };
  }
}

function cellsOf(rows: readonly Row[], query: Record<string, string>) {
  const ofSeverity = (severity: 1 | 2 | 3): Cell => ({
    count: rows.filter((row) => row.severity === severity).length,
    query: { ...query, severity: String(severity) },
  });
  // of two limits the later day: what is older than both
  const days = Math.max(oldAfterDays, Number(query['olderThan'] ?? 0));
  return {
    severity3: ofSeverity(3),
    severity2: ofSeverity(2),
    severity1: ofSeverity(1),
    old: { count: rows.filter(({ isOld }) => isOld).length, query: { ...query, olderThan: String(days) } },
  };
}

/** The filters as the list's query has them; what filters nothing is left out. */
const queryOf = (filters: FlagFilters): Record<string, string> =>
  Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = filters[name];
      return value === undefined || value === 'all' ? [] : [[name, String(value)] as const];
    }),
  );

/** The groups in their order: rules and communes as the programme lists them, coaches by name; nobody is ranked. */
function labelsOf(
  by: Grouping,
  rows: readonly Row[],
  { stuck, communes }: Programme,
  language: Language,
): Map<string, string> {
  switch (by) {
    case 'rule': {
      const titles = stuck.map(({ key, title }) => [key, title[language]] as const);
      return new Map([
        ...titles,
        ...rows.filter(isUnknownTo(titles)).map(({ rule }) => [rule, rule] as const),
      ]);
    }
    case 'commune':
      return new Map(communes.map(({ key, name }) => [key, name]));
    case 'coach': {
      const named = new Map(
        rows.flatMap(({ coach, coachName }) => (coachName === null ? [] : [[coach, coachName]])),
      );
      const sorted = [...named].sort(([, a], [, b]) => a.localeCompare(b, language));
      return new Map([...sorted, ['none', nobody[language]]]);
    }
  }
}

/** A rule that an older definition has raised, or the engine's own. */
const isUnknownTo =
  (titles: readonly (readonly [string, string])[]) =>
  ({ rule }: Row): boolean =>
    !titles.some(([key]) => key === rule);
