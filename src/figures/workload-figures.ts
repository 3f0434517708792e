import { Inject, Injectable } from '@nestjs/common';
import type { WorkloadFigures } from '../../contract/pages/figures.js';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import type { Day, Instant } from '../../domain/time.js';
import { Names } from '../directory/names.js';
import { regionConditions, valuesFrom, whereAll } from '../journeys/conditions.js';
import { deadlineConditions } from '../journeys/item-conditions.js';
import type { Reader } from '../journeys/journey-reader.js';
import { nobody } from '../journeys/views/nobody.js';
import { PLATFORM, type Platform } from '../platform.js';
import { askedForFlags, flagValues } from '../stuck/flag-conditions.js';
import { queryOf } from './query-of.js';

/** The deadlines of so many days from today on. */
const daysAhead = 7;

const kinds = ['journeys', 'gravest', 'flags', 'deadlines'] as const;
type Kind = (typeof kinds)[number];

interface Coach {
  id: string | null;
  email: string;
  name: string;
}

/** So many of a kind lie with a coach; null with nobody. */
interface Lying {
  coach: string | null;
  kind: Kind;
  count: number;
}

/** A flag that counts is a person's to look at, and has not been put aside. */
const counted = { snoozed: 'false', technical: 'false' } as const;

/** What lies with each coach. Names are in the order of the alphabet and nobody is ranked. */
@Injectable()
export class WorkloadFiguresReader {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly names: Names,
  ) {}

  async show({ commune }: { commune?: string | undefined }, reader: Reader): Promise<WorkloadFigures> {
    const now = await this.platform.clock.now();
    const today = berlinDay(now);
    const lying = (
      await Promise.all([this.flags(commune, reader, now), this.others(commune, reader, today)])
    ).flat();
    const coaches = await this.coaches(lying, reader);
    const due = { state: 'open', dueFrom: today, dueBefore: addDays(today, daysAhead) };
    const queries: Record<Kind, Record<string, string>> = {
      journeys: { open: 'true' },
      gravest: { ...counted, severity: '3' },
      flags: counted,
      deadlines: due,
    };
    const cellOf = (kind: Kind, { id, email }: Coach) => ({
      count: lying.find((each) => each.coach === id && each.kind === kind)?.count ?? 0,
      query: queryOf({ ...queries[kind], coach: email, commune }),
    });
    return {
      coaches: coaches.map((coach) => ({
        coach: coach.email,
        name: coach.name,
        journeys: cellOf('journeys', coach),
        gravest: cellOf('gravest', coach),
        flags: cellOf('flags', coach),
        deadlines: cellOf('deadlines', coach),
      })),
    };
  }

  private async flags(commune: string | undefined, reader: Reader, now: Instant): Promise<Lying[]> {
    const { rows } = await this.platform.sql.query<{ coach: string | null; gravest: number; flags: number }>({
      name: 'flags-of-coaches',
      text: `SELECT j.coach_id AS coach, count(*) FILTER (WHERE i.severity = 3)::int AS gravest, count(*)::int AS flags
               FROM ${askedForFlags} GROUP BY 1`,
      values: await flagValues({ ...counted, commune }, reader, this.names, now),
    });
    return rows.flatMap(({ coach, gravest, flags }): Lying[] => [
      { coach, kind: 'gravest', count: gravest },
      { coach, kind: 'flags', count: flags },
    ]);
  }

  private async others(commune: string | undefined, { account }: Reader, today: Day): Promise<Lying[]> {
    const { values, value } = valuesFrom();
    const region = regionConditions(account, { commune }, value);
    const due = deadlineConditions({ dueFrom: today, dueBefore: addDays(today, daysAhead) }, [], value);
    const { rows } = await this.platform.sql.query<Lying>({
      text: `
        SELECT j.coach_id AS coach, 'journeys' AS kind, count(*)::int AS count
          FROM rm.journey j ${whereAll(['j.open', ...region])} GROUP BY 1
        UNION ALL
        SELECT j.coach_id, 'deadlines', count(*)::int
          FROM rm.deadline i JOIN rm.journey j ON j.id = i.journey_id
          ${whereAll([`i.state = 'open'`, ...due, ...region])} GROUP BY 1`,
      values,
    });
    return rows;
  }

  /** Everybody to whom journeys can be given in the reader's communes, and whoever has some. */
  private async coaches(
    lying: readonly Lying[],
    { account: { communes }, language }: Reader,
  ): Promise<Coach[]> {
    const { rows } = await this.platform.sql.query<Coach>({
      name: 'coaches-of-region',
      text: `SELECT id, email, name FROM access.account
              WHERE id = ANY($2::uuid[])
                 OR (role = 'coach' AND disabled_at IS NULL
                     AND ($1::text[] IS NULL OR communes IS NULL OR communes && $1))`,
      values: [communes, lying.flatMap(({ coach }) => coach ?? [])],
    });
    const sorted = rows.toSorted((a, b) => a.name.localeCompare(b.name, language));
    const hasNobodys = lying.some(({ coach }) => coach === null);
    return [...sorted, ...(hasNobodys ? [{ id: null, email: 'none', name: nobody[language] }] : [])];
  }
}
