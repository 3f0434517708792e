import type { Act, Expected, Overtaken } from '../act.js';
import { dayOf, plusMonths, type Moment } from '../days.js';
import type { Recorded } from '../script/fact.js';
import { deadlinesOf } from './deadlines.js';
import { FlagBook } from './flag-book.js';
import { Known } from './known.js';
import type { Kept } from './ladders.js';
import { MailBox } from './mail-box.js';
import type { Turn } from './moments.js';
import { phaseOf } from './phase.js';
import { newRule, rules } from './rules.js';
import { StaffBook } from './staff-book.js';
import { TaskBook } from './task-book.js';

/** After these exits nobody is reminded of anything any more. */
const finalExits = ['voluntary_return', 'deported_or_transferred', 'deceased'];

/** One journey, walked through moment by moment with what is known then: what has to happen, and when. */
export class JourneyWalk {
  readonly expected: Expected[] = [];
  readonly known = new Known();
  private readonly missed = new Set<string>();
  /** Since when a deadline has been known without a break. */
  private readonly arisen = new Map<string, Moment>();
  private readonly mails = new MailBox();
  private readonly staff = new StaffBook();
  private readonly flags = new FlagBook();
  private readonly tasks = new TaskBook();
  private hasNewRule = false;

  get overtaken(): readonly Overtaken[] {
    return this.mails.overtaken;
  }

  learns(recorded: Recorded): void {
    this.known.learns(recorded);
  }

  learnsRule(): void {
    this.hasNewRule = true;
  }

  /** What is due at a turn. Mails leave only where somebody carries them out. */
  passes(turn: Turn, { carriesOut }: { carriesOut: boolean }): void {
    const emit = (...acts: Act[]): void => {
      for (const act of acts) this.expected.push({ ...act, from: turn.from, until: turn.until });
    };
    const { known } = this;
    const now = turn.at;
    this.follow(now, emit);
    const kept = this.kept(now, emit);
    const isMute = known.hasWithdrawn('case_work');
    emit(...this.flags.passes(now, known, this.mails.outcomes, isMute));
    this.mails.collects(now, kept, known);
    emit(...this.staff.passes(now, kept, known));
    if (carriesOut) emit(...this.mails.leave(now, kept, known));
    emit(...this.tasks.passes(now, known.isOpen && !isMute ? kept : [], this.mails));
    // what the mails' outcomes lead to
    emit(...this.flags.passes(now, known, this.mails.outcomes, isMute));
  }

  /** The deadlines that are to be kept; those whose last day has ended are missed. */
  private kept(now: Moment, emit: (act: Act) => void): Kept[] {
    const { known } = this;
    const isFinal = finalExits.includes(known.closedFor ?? '');
    const rulesNow = this.hasNewRule ? [...rules, newRule] : rules;
    const all = known.once(`deadlines ${rulesNow.length}`, () =>
      rulesNow.flatMap((rule) => deadlinesOf(rule, known)),
    );
    const name = ({ rule, from }: (typeof all)[number]): string => `${rule.key}|${from}`;
    const names = new Set(all.map(name));
    for (const known of this.arisen.keys()) if (!names.has(known)) this.arisen.delete(known);
    return all.flatMap((deadline): Kept[] => {
      const { rule, raw, value, lastDay, isDone } = deadline;
      const arisen = this.arisen.get(name(deadline)) ?? now;
      this.arisen.set(name(deadline), arisen);
      if (isDone || (!known.isOpen && (isFinal || !rule.survivesClosing))) return [];
      // a birthday that was over when it became known is no deadline
      if (rule.of === 'birthday' && raw < dayOf(arisen)) return [];
      const key = `${name(deadline)}|${value}`;
      const isOver = !rule.isEarliest && dayOf(now) > lastDay;
      const isKeptOpen = rule.waitsForRenewal && known.provenRenewal !== undefined;
      if (isOver && !isKeptOpen && !this.missed.has(key)) {
        this.missed.add(key);
        emit({ act: 'missed', to: 'all', what: `${rule.key} ${value}` });
      }
      return [{ ...deadline, isMissed: this.missed.has(key) }];
    });
  }

  /** Six months after a placement the journey moves on to follow-up. */
  private follow(now: Moment, emit: (act: Act) => void): void {
    if (!this.known.isOpen) return;
    const { key, since, placement } = phaseOf(this.known);
    if (key !== 'placed' || placement === undefined) return;
    const on = plusMonths(since, 6);
    if (now < `${on} 06:00`) return;
    this.known.follows(placement, on);
    emit({ act: 'follow-up', to: 'all', what: 'follow_up' });
  }
}
