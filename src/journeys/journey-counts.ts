import { Inject, Injectable } from '@nestjs/common';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import type { Day } from '../../domain/time.js';
import { Names } from '../directory/names.js';
import type { Account } from '../http/ports.js';
import { PLATFORM, type Platform } from '../platform.js';
import { valuesFrom, whereAll, type Value } from './conditions.js';
import { conditionsOf, scopeOf, seenInFull, type ListFilters, type Seen } from './journey-conditions.js';

/** What is counted, and whom the directory has found for it. */
interface Counted {
  filters: ListFilters;
  speaking: string[] | undefined;
}

/** How many journeys a list has, and which they are: by the same conditions as the list itself. */
@Injectable()
export class JourneyCounts {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly names: Names,
  ) {}

  /** One number for each of these filters, in one look at the journeys. @throws Problem 503 as long as names are still read */
  async of(lists: readonly ListFilters[], account: Account): Promise<number[]> {
    if (lists.length === 0) return [];
    const counted = await Promise.all(lists.map((filters) => this.counted(filters, account)));
    const { text, values } = countStatement(counted, account, await this.today());
    const { rows } = await this.platform.sql.query<{ counts: number[] }>({ text, values });
    return rows[0]?.counts ?? [];
  }

  /** Those that a filter finds and the reader sees in full, the oldest id first. */
  async inFull(filters: ListFilters, account: Account): Promise<string[]> {
    const { speaking } = await this.counted(filters, account);
    const { values, value } = valuesFrom();
    const seen = seenInFull(account, value);
    const conditions = [seen, ...all({ filters, speaking }, account, await this.today(), () => seen, value)];
    const { rows } = await this.platform.sql.query<{ id: string }>({
      text: `SELECT j.id FROM rm.journey j ${whereAll(conditions)} ORDER BY j.id`,
      values,
    });
    return rows.map(({ id }) => id);
  }

  private async counted(filters: ListFilters, account: Account): Promise<Counted> {
    const { language } = filters;
    if (language === undefined) return { filters, speaking: undefined };
    return { filters, speaking: [...(await this.names.ranks({ language }, account)).keys()] };
  }

  private async today(): Promise<Day> {
    return berlinDay(await this.platform.clock.now());
  }
}

function countStatement(lists: readonly Counted[], account: Account, today: Day) {
  const { values, value } = valuesFrom();
  let found: string | undefined;
  const seen = (): string => (found ??= seenInFull(account, value));
  const counts = lists.map((list) => {
    const conditions = all(list, account, today, seen, value);
    return `count(*) FILTER (WHERE ${['true', ...conditions].join(' AND ')})::int`;
  });
  const scope = scopeOf(account, value) || 'true';
  return { text: `SELECT ARRAY[${counts.join(', ')}] AS counts FROM rm.journey j WHERE ${scope}`, values };
}

const all = (
  { filters, speaking }: Counted,
  account: Account,
  today: Day,
  seen: Seen,
  value: Value,
): string[] => [
  ...conditionsOf({ filters, account, today }, seen, value),
  ...(speaking ? [`j.id = ANY(${value(speaking, 'uuid[]')})`] : []),
];
