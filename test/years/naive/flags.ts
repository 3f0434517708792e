import { dayOf, plusDays, plusMonths, type Day, type Moment } from '../days.js';
import { byDay, type Known } from './known.js';
import { phaseOf } from './phase.js';
import type { To } from './rules.js';

/** A flag that stands: one occurrence, how grave, and who is told. */
export interface Flag {
  rule: string;
  /** Tells one occurrence from the next. */
  of: number | string;
  severity: 1 | 2 | 3;
  to: readonly To[];
  /** Where it lasts two weeks, these too. */
  later?: readonly To[];
}

const coach: readonly To[] = ['coach'];
const both: readonly To[] = ['coach', 'coordinator'];
const withEscalation = { later: ['coordinator'] } as const;

/** Every stuck case that stands at a moment, by the field's table (domain 4). */
export function flagsAt(now: Moment, known: Known, failures: readonly Failure[]): Flag[] {
  if (!known.isOpen) return [];
  const today = dayOf(now);
  const running = known.isPaused
    ? []
    : [
        ...noContact(today, known),
        ...assessment(today, known),
        ...plan(today, known),
        ...phase(today, known),
      ];
  return [...running, ...consent(today, known), ...papers(today, known), ...delivery(known, failures)];
}

/** "After 30 days" is from the end of the thirtieth day on. */
const isAfter = (today: Day, from: Day, days: number): boolean => today > plusDays(from, days);

const entry = (known: Known): Day => known.opening.contactOn ?? dayOf(known.opening.at);

function noContact(today: Day, known: Known): Flag[] {
  const talk = known.lastTalk;
  const counts = talk && talk.on >= entry(known) ? talk : { nth: 'entry', on: entry(known) };
  const flag = { rule: 'no_contact', of: counts.nth };
  if (phaseOf(known).key === 'follow_up')
    return isAfter(today, counts.on, 60) ? [{ ...flag, severity: 2, to: coach }] : [];
  if (isAfter(today, counts.on, 45)) return [{ ...flag, severity: 3, to: both }];
  return isAfter(today, counts.on, 30) ? [{ ...flag, severity: 2, to: coach }] : [];
}

function consent(today: Day, known: Known): Flag[] {
  const isMissing = !known.consents('case_work') && isAfter(today, entry(known), 21);
  return isMissing ? [{ rule: 'consent_missing', of: 'entry', severity: 2, to: coach }] : [];
}

/** The finding that was recorded last, where it is that somebody is eligible. */
function found(known: Known): { nth: number; on: Day } | undefined {
  const [last] = [...known.milestones('eligibility_checked')].sort((a, b) => b.nth - a.nth);
  return last?.data['result'] === 'eligible' ? last : undefined;
}

function assessment(today: Day, known: Known): Flag[] {
  const eligible = found(known);
  if (!eligible || known.milestones('needs_assessed').length > 0 || !isAfter(today, eligible.on, 42))
    return [];
  return [{ rule: 'assessment_overdue', of: eligible.nth, severity: 2, to: coach, ...withEscalation }];
}

function plan(today: Day, known: Known): Flag[] {
  const flag = { rule: 'plan_overdue', severity: 2, to: coach, ...withEscalation } as const;
  const last = known.milestones('plan_agreed', 'plan_reviewed').at(-1);
  if (last) {
    const isOver = today > plusDays(plusMonths(last.on, 4), 15);
    return isOver ? [{ ...flag, of: last.nth }] : [];
  }
  const eligible = found(known);
  return eligible && isAfter(today, eligible.on, 70) ? [{ ...flag, of: eligible.nth }] : [];
}

function phase(today: Day, known: Known): Flag[] {
  const { key, since } = phaseOf(known);
  const reached = [...known.milestones(), ...known.consentsGiven];
  const last = reached.sort(byDay).at(-1);
  if (key !== 'in_support' || !last || today <= plusMonths(since, 12)) return [];
  if (!isAfter(today, last.on, 90)) return [];
  return [{ rule: 'same_phase_too_long', of: last.nth, severity: 1, to: ['coordinator'] }];
}

function papers(today: Day, known: Known): Flag[] {
  const paper = known.papers.at(-1);
  const flags: Flag[] = [];
  const eligible = found(known);
  if (eligible && paper?.until === undefined && isAfter(today, eligible.on, 28))
    flags.push({ rule: 'no_document_date', of: eligible.nth, severity: 2, to: coach });
  if (!paper) return flags;
  if (paper.kind === 'border_crossing_certificate') {
    const isRunning = !known.departureIsVerified;
    return isRunning
      ? [...flags, { rule: 'departure_running', of: paper.nth, severity: 3, to: both }]
      : flags;
  }
  if (paper.until === undefined || known.provenRenewal) return flags;
  const of = paper.nth;
  if (today > paper.until) flags.push({ rule: 'document_expired', of, severity: 3, to: both });
  else if (plusDays(today, 7) >= paper.until)
    flags.push({ rule: 'document_expiring_unhandled', of, severity: 3, to: both });
  else if (plusDays(today, 28) >= paper.until)
    flags.push({ rule: 'document_expiring_unhandled', of, severity: 2, to: coach });
  return flags;
}

/** A mail that the SMTP server took or refused. */
export interface Failure {
  at: Moment;
  refused: boolean;
}

/** Two in a row were refused since the address is known; it stands until one arrives or there is a new address. */
function delivery(known: Known, mails: readonly Failure[]): Flag[] {
  const ofAddress = mails.filter(({ at }) => at > known.address.at);
  const run: Failure[] = [];
  for (const mail of ofAddress) {
    if (mail.refused) run.push(mail);
    else run.length = 0;
  }
  const second = run[1];
  return second ? [{ rule: 'delivery_failing', of: second.at, severity: 2, to: coach }] : [];
}
