import type { Act } from '../act.js';
import { dayOf, plusDays, type Day, type Moment } from '../days.js';
import { officeDayFrom } from './calendar.js';
import type { Known } from './known.js';
import { mayBeTold, rungsOf, type Kept } from './ladders.js';
import { nextMorning } from './moments.js';
import type { To } from './rules.js';

interface Merged {
  rung: string;
  at: Moment;
}

/** What staff are told of deadlines. */
export class StaffBook {
  private readonly told = new Set<string>();
  private readonly seenUntil = new Map<string, Moment>();
  /** One for all the rungs that had passed when a ladder became known. */
  private readonly merged = new Map<string, Merged>();
  private readonly weekly = new Map<string, { last: Day; count: number }>();

  /** The notices of one turn. */
  passes(now: Moment, kept: readonly Kept[], known: Known): Act[] {
    const ladders = (['coach', 'coordinator'] as const).flatMap((to) =>
      kept.filter((deadline) => mayBeTold(to, deadline, known)).map((deadline) => ({ to, deadline })),
    );
    const names = new Set(ladders.map(nameOf));
    for (const name of this.seenUntil.keys()) {
      if (names.has(name)) continue;
      this.seenUntil.delete(name);
      this.merged.delete(name);
    }
    return ladders.flatMap((each) => [...this.climb(now, each), ...this.chase(now, each, known)]);
  }

  private climb(now: Moment, each: Ladder): Act[] {
    const name = nameOf(each);
    const seen = this.seenUntil.get(name);
    this.seenUntil.set(name, now);
    const come = rungsOf(each.deadline, each.to).filter(({ at }) => at <= now);
    const newest = come.at(-1);
    if (seen === undefined) {
      if (newest) this.merged.set(name, { rung: newest.rung, at: nextMorning(now) });
      return [];
    }
    const rungs = come.filter(({ at }) => at > seen);
    const merged = this.merged.get(name);
    if (merged && merged.at <= now) {
      this.merged.delete(name);
      // where the next rung goes out on the same day, it is enough
      if (!rungs.some(({ at }) => dayOf(at) === dayOf(merged.at))) rungs.push(merged);
    }
    return rungs.flatMap(({ rung }) => this.tells(each, rung));
  }

  /** After a proven request the coach is reminded a week after it, or after a correction, and a week after each reminder. */
  private chase(now: Moment, each: Ladder, known: Known): Act[] {
    const { to, deadline } = each;
    const renewal = deadline.rule.waitsForRenewal ? known.provenRenewal : undefined;
    if (to !== 'coach' || !renewal || deadline.isMissed) return [];
    const name = nameOf(each);
    const since = deadline.saidAt > renewal.at ? deadline.saidAt : renewal.at;
    const { last, count } = this.weekly.get(name) ?? { last: dayOf(since), count: 0 };
    if (now < `${officeDayFrom(plusDays(last, 7))} 06:00`) return [];
    this.weekly.set(name, { last: dayOf(now), count: count + 1 });
    return this.tells(each, `renewed-${count + 1}`);
  }

  private tells({ to, deadline: { rule, value } }: Ladder, rung: string): Act[] {
    const what = `${rule.key} ${value} ${rung}`;
    if (this.told.has(`${what}|${to}`)) return [];
    this.told.add(`${what}|${to}`);
    return [{ act: 'notice', to, what }];
  }
}

interface Ladder {
  to: Exclude<To, 'participant'>;
  deadline: Kept;
}

const nameOf = ({ to, deadline: { rule, from, value, saidAt } }: Ladder): string =>
  `${rule.key}|${from}|${value}|${saidAt}|${to}`;
