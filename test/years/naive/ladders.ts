import { dayOf, type Moment } from '../days.js';
import { officeDayBack, officeDayFrom, writingDayFrom } from './calendar.js';
import { dayOfRung, type Deadline } from './deadlines.js';
import { weekday, plusDays } from '../days.js';
import type { Known } from './known.js';
import type { To } from './rules.js';

/** A deadline that is to be kept, and whether its last day is over. */
export interface Kept extends Deadline {
  isMissed: boolean;
}

/** A rung and the moment at which it is to be told. */
export interface Rung {
  rung: string;
  at: Moment;
}

const found = new Map<string, Rung[]>();

/** The rungs of a deadline towards one recipient, the earliest first. */
export function rungsOf(deadline: Kept, to: To): Rung[] {
  const { rule, raw, due, saidAt, begins, isMissed } = deadline;
  const name = [rule.key, raw, due, saidAt, begins, isMissed, to].join('|');
  const rungs = found.get(name) ?? findRungs(deadline, to);
  found.set(name, rungs);
  return rungs;
}

function findRungs(deadline: Kept, to: To): Rung[] {
  const { rule, due, isMissed } = deadline;
  const rungs = (rule.rungs[to] ?? []).map((rung) => ({
    rung: rung.split(' ')[0] ?? '',
    at: momentFor(to, dayOfRung(rung, deadline)),
  }));
  // the morning after it was missed
  const missed = isMissed && rule.missed.includes(to);
  if (missed) rungs.push({ rung: 'missed', at: `${officeDayFrom(plusDays(due, 1))} 06:00` });
  return rungs.sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** Participants on the day or the next one on which they may be written to; staff on the working day or the one before. */
function momentFor(to: To, day: string): Moment {
  if (to !== 'participant') return `${officeDayBack(day)} 06:00`;
  const allowed = writingDayFrom(day);
  return `${allowed} ${weekday(allowed) === 6 ? '10:30' : '09:30'}`;
}

/** Whether somebody may be told of a deadline as things are now. */
export function mayBeTold(to: To, { rule, isMissed }: Kept, known: Known): boolean {
  if (known.hasWithdrawn('case_work')) return false;
  if (!known.isOpen && (to === 'participant' || !rule.survivesClosing)) return false;
  if (known.isPaused && (to === 'participant' || rule.restsWhilePaused)) return false;
  if (to !== 'participant') return true;
  const silence =
    known.papers.at(-1)?.kind === 'border_crossing_certificate' ||
    (rule.waitsForRenewal && known.provenRenewal !== undefined);
  return !isMissed && !silence && known.mayBeWrittenTo;
}

/** Whether the participant can still keep it: nobody is told of a last day that is over. */
export const isStillAhead = ({ rule, due }: Kept, now: Moment): boolean =>
  rule.isEarliest === true || dayOf(now) <= due;
