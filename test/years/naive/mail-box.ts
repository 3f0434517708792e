import type { Act, Overtaken } from '../act.js';
import { dayOf, daysBetween, plusMinutes, timeOf, type Day, type Moment } from '../days.js';
import { isForWriting, writingHours } from './calendar.js';
import type { Known } from './known.js';
import { isStillAhead, mayBeTold, rungsOf, type Kept } from './ladders.js';

interface Waiting {
  deadline: Kept;
  rung: string;
  /** The rung's own moment, by which the newest is known. */
  rungAt: Moment;
  from: Moment;
}

/** What was told of a deadline last, and whether it arrived. */
export interface LastTold {
  deadline: Kept;
  at: Moment;
  refused: boolean;
}

/** No third mail within seven days, and one a day. */
const mostInAWeek = 2;

export const nameOf = ({ rule, from }: Kept): string => `${rule.key}|${from}`;
const whatOf = ({ rule, value }: Kept, rung: string): string => `${rule.key} ${value} ${rung}`;

/** What the participant is to be told, until it leaves. */
export class MailBox {
  readonly overtaken: Overtaken[] = [];
  readonly outcomes: { at: Moment; refused: boolean }[] = [];
  /** By deadline. */
  readonly lastTold = new Map<string, LastTold>();
  private readonly told = new Set<string>();
  private readonly days: Day[] = [];
  private readonly seenUntil = new Map<string, Moment>();
  private waiting: Waiting[] = [];

  /** Takes the rungs that have come, as they may be told now. What was passed over before makes one. */
  collects(now: Moment, kept: readonly Kept[], known: Known): void {
    const tellable = kept.filter((deadline) => mayBeTold('participant', deadline, known));
    const ladders = new Map(tellable.map((deadline) => [ladder(deadline), deadline]));
    for (const name of this.seenUntil.keys()) if (!ladders.has(name)) this.seenUntil.delete(name);
    this.waiting = this.waiting.filter(({ deadline }) => ladders.has(ladder(deadline)));
    for (const [name, deadline] of ladders) {
      const seen = this.seenUntil.get(name);
      const come = rungsOf(deadline, 'participant').filter(({ at }) => at <= now);
      const newest = come.at(-1);
      if (seen === undefined) {
        if (newest && isStillAhead(deadline, now))
          this.waits(deadline, newest.rung, newest.at, plusMinutes(now, 1));
      } else {
        for (const { rung, at } of come) if (at > seen) this.waits(deadline, rung, at, now);
      }
      this.seenUntil.set(name, now);
    }
    this.overtake(now);
  }

  private waits(deadline: Kept, rung: string, rungAt: Moment, from: Moment): void {
    if (!this.told.has(whatOf(deadline, rung))) this.waiting.push({ deadline, rung, rungAt, from });
  }

  /** Of several rungs of one deadline only the newest is told. */
  private overtake(now: Moment): void {
    this.waiting = this.waiting.filter(({ deadline, rung, rungAt }) => {
      const newer = this.waiting.some(
        (each) => nameOf(each.deadline) === nameOf(deadline) && each.rungAt > rungAt,
      );
      if (newer) this.overtaken.push({ what: whatOf(deadline, rung), at: now });
      return !newer;
    });
  }

  /** The mail that leaves now: everything that waits, where a mail may leave. */
  leave(now: Moment, kept: readonly Kept[], known: Known): Act[] {
    const ready = this.waiting.filter(({ from }) => from <= now);
    if (ready.length === 0 || !this.mayLeave(now)) return [];
    this.waiting = this.waiting.filter((each) => !ready.includes(each));
    const refused = !known.address.taken;
    if (!refused) this.days.push(dayOf(now));
    this.outcomes.push({ at: now, refused });
    for (const { deadline, rung } of ready) {
      this.told.add(whatOf(deadline, rung));
      this.lastTold.set(nameOf(deadline), { deadline, at: now, refused });
    }
    const what = ready.map(({ deadline, rung }) => whatOf(deadline, rung)).sort();
    return [{ act: 'mail', to: 'participant', what: what.join(' + ') }];
  }

  private mayLeave(now: Moment): boolean {
    const today = dayOf(now);
    const { from, to } = writingHours(today);
    const isOpen = isForWriting(today) && timeOf(now) >= from && timeOf(now) < to;
    const lately = this.days.filter((day) => daysBetween(day, today) < 7);
    return isOpen && lately.length < mostInAWeek && !lately.includes(today);
  }
}

/** A ladder goes on as long as what it follows from was not said anew. */
const ladder = (deadline: Kept): string => `${nameOf(deadline)}|${deadline.value}|${deadline.saidAt}`;
