import { addDays } from '../../../domain/deadlines/day-arithmetic.js';
import type { Paper } from '../../../domain/journey/events.js';
import type { Day } from '../../../domain/time.js';
import type { Newcomer } from '../cast/person.js';
import type { Part } from '../cast/part.js';
import type { Random } from '../cast/random.js';
import type { Diary } from './diary.js';
import { end } from './ending.js';
import { keepPapers } from './papers.js';
import { apply, begin, passProbation, sign } from './placement.js';
import { prepare, succeed, support } from './support.js';
import { missed, talk } from './talks.js';
import { goOn, review, stepsBefore, type Way } from './way.js';

/** Whose life is written, and with which paper. */
export interface Who {
  part: Part;
  person: Newcomer;
  /** The kind of paper, where the part leaves it open. */
  kind: string;
  reminders: boolean;
  /** The number of the part among its likes: which of several courses a life takes. */
  turn: number;
}

/** A life as it is written: when it began here, and the paper that was shown then. */
export interface Begun {
  entry: number;
  paper: Paper;
}

/**
 * Writes what happened to somebody up to today into a diary, so that exactly the part's flag is raised today: working
 * days may lie up to ten days before the wanted one (the end of the year), which every span here leaves room for.
 */
export function writeLife(diary: Diary, who: Who, random: Random): Begun {
  const { part, person, reminders, turn } = who;
  const { phase, flag, twist } = part;
  const placed = placementOf(part, random);
  const closed = phase === 'closed' ? random.between(5, 60) : 0;
  const began = beginOfSupport(part, placed, random);
  const way = wayOf(part, began, random);
  goOn(diary, way, { person, reminders, eligible: twist !== 'not_eligible' }, random);
  if (way.planned !== undefined) {
    const last = flag === 'same_phase_too_long' ? random.between(95, 110) : closed + random.between(3, 78);
    if (flag !== 'review_overdue') review(diary, way.planned, last, random);
    if (began === undefined && twist !== 'contract_ahead') prepare(diary, way.planned - 1, turn);
  }
  if (began !== undefined) support(diary, began, person, turn);
  if (began !== undefined && began > 200 && flag === undefined) succeed(diary, began, turn);
  if (placed !== undefined) place(diary, placed, part, random);
  twists(diary, part, turn, random);
  if (phase === 'closed') end(diary, closed, twist);
  const silence = lastTalk(part, closed, random);
  talk(diary, { entry: way.entry, last: silence }, random);
  if (twist === 'unreachable') for (const daysAgo of [9, 6, 2]) missed(diary, daysAgo);
  return { entry: way.entry, paper: papers(diary, who, way.entry, random) };
}

/** When somebody was placed, in days ago. */
function placementOf({ phase, twist }: Part, random: Random): number | undefined {
  const isTraining = twist === undefined;
  if (phase === 'placed') return isTraining ? random.between(15, 95) : random.between(15, 150);
  if (phase === 'follow_up') return isTraining ? random.between(138, 168) : random.between(195, 250);
  const isPlaced = isTraining || twist === 'job' || twist === 'school';
  return phase === 'closed' && isPlaced ? random.between(265, 330) : undefined;
}

/** When the support began, in days ago; nowhere before a plan. */
function beginOfSupport({ phase, flag, twist }: Part, placed: number | undefined, random: Random) {
  if (placed !== undefined) return placed + random.between(60, 150);
  if (phase === 'closed') return twist === 'not_eligible' ? undefined : random.between(100, 220);
  if (phase !== 'in_support') return undefined;
  if (flag === 'same_phase_too_long') return random.between(390, 430);
  if (flag === 'review_overdue') return random.between(128, 140);
  return random.between(30, 240);
}

function wayOf({ phase, flag, twist }: Part, began: number | undefined, random: Random): Way {
  const days = (low: number, high: number): number => random.between(low, high);
  if (began !== undefined)
    return stepsBefore.planned(began + (flag === 'review_overdue' ? 14 : days(3, 20)), random);
  if (twist === 'not_eligible') return stepsBefore.checked(days(80, 120), random);
  switch (phase) {
    case 'contacted':
      return { entry: flag ? days(24, 40) : days(2, 9) };
    case 'intake': {
      const consent = twist ? days(12, 20) : days(3, 20);
      return { consent, entry: consent + days(3, 10) };
    }
    case 'eligible':
      return stepsBefore.checked(flag ? days(45, 56) : days(5, 28), random);
    case 'assessed': {
      const assessed = flag === 'plan_overdue' ? days(50, 60) : flag ? days(14, 20) : days(4, 18);
      const checked =
        flag === 'plan_overdue' ? assessed + days(24, 32) : flag ? assessed + 19 : assessed + days(8, 30);
      return { ...stepsBefore.checked(checked, random), assessed };
    }
    default:
      return stepsBefore.planned(twist === 'contract_ahead' ? days(45, 80) : days(5, 70), random);
  }
}

function place(diary: Diary, placed: number, { phase, twist }: Part, random: Random): void {
  const what = twist === 'job' || twist === 'school' ? twist : 'training';
  if (what === 'training') sign(diary, placed + random.between(40, 100), -placed, random);
  begin(diary, placed, what);
  if (what === 'training' && phase !== 'placed') passProbation(diary, placed - 118);
}

function twists(diary: Diary, { phase, flag, twist }: Part, turn: number, random: Random): void {
  if (twist === 'contract_ahead') {
    sign(diary, random.between(8, 25), random.between(25, 150), random);
    if (turn % 2 === 0) apply(diary, random.between(2, 5), '60c');
  }
  if (twist === 'paused')
    diary.next(random.between(10, 24), (on) => ({ type: 'PauseJourney', on, reason: 'away' }));
  if (twist === 'unreachable')
    diary.next(2, (since) => ({ type: 'SetOverlay', overlay: 'unreachable', since }));
  if (twist === 'reminders_withdrawn')
    diary.next(random.between(10, 24), (on) => ({ type: 'WithdrawConsent', on, purposes: ['reminders'] }));
  if (twist === 'renewal_asked')
    diary.beside(random.between(4, 18), (on) => ({ type: 'RequestRenewal', on, proof: 'receipt_seen' }));
  if (flag === 'departure_running')
    diary.beside(random.between(1, 3), (on) => ({
      type: 'RecordDocument',
      paper: {
        kind: 'border_crossing_certificate',
        employmentNote: 'unknown',
        validFrom: on,
        validUntil: later(diary, 20),
      },
    }));
  if (twist === 'reminded_now')
    diary.now((on) => ({
      type: 'RecordDocument',
      paper: {
        kind: 'toleration_60a',
        employmentNote: 'with_permission',
        validFrom: on,
        validUntil: later(diary, 45),
      },
    }));
  if (phase === 'contacted') missed(diary, 1);
}

function lastTalk({ flag, twist }: Part, closed: number, random: Random): number {
  if (flag === 'no_contact') return random.between(33, 40);
  if (twist === 'lost_contact') return closed + random.between(32, 38);
  if (twist === 'unreachable') return random.between(11, 14);
  return closed + random.between(1, 14);
}

function papers(diary: Diary, { part, kind }: Who, entry: number, random: Random): Paper {
  const { flag, twist } = part;
  const ends: Partial<Record<string, [number, number]>> = {
    document_expiring_soon: [1, 5],
    document_expiring: [10, 26],
    document_expired: [-12, -1],
    delivery_failing: [36, 38],
    reminded_now: [18, 20],
    renewal_asked: [-4, 24],
  };
  const [low, high] = ends[flag ?? twist ?? ''] ?? (kind === 'toleration_60a' ? [38, 172] : [60, 175]);
  if (flag === 'no_document_date') return { kind: 'toleration_60a', employmentNote: 'unknown' };
  return keepPapers(diary, { kind, entry, endsIn: random.between(low, high) }, random);
}

/** A day that lies ahead. */
const later = (diary: Diary, days: number): Day => addDays(diary.today, days);
