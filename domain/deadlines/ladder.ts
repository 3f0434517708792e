import { consentWasWithdrawn, mayBeRemindedSince } from '../journey/consent.js';
import { currentPaper, provenRenewal } from '../journey/facts.js';
import type { JourneyState } from '../journey/state.js';
import type { DeadlineRule } from '../programme/schema.js';
import type { Day, Instant } from '../time.js';
import type { AgendaItem, Deadline, Recipient } from './agenda.js';
import { passedUntil, type Anchor } from './anchors.js';
import { atBerlin, berlinDay, endOfDay } from './berlin.js';
import { addDays, daysBetween } from './day-arithmetic.js';
import { shiftDay } from './offset.js';
import type { PlanContext } from './plan.js';
import {
  isOver,
  later,
  nextAllowed,
  nextStaffMorning,
  rungInstant,
  soonAfter,
  staffInstant,
  type Windows,
} from './windows.js';

/**
 * A claim without an outcome is settled after this time by sending again with the same Message-ID: longer than any
 * SMTP dialogue lasts, short enough that "late" stays minutes.
 */
const settleAfterSeconds = 5 * 60;

export interface Rungs {
  rule: DeadlineRule;
  anchor: Anchor;
  deadline: Deadline;
  state: JourneyState;
  context: PlanContext;
}

/**
 * What one recipient is told of one deadline, and when. Rungs before everything they need was known count as passed:
 * together they give one reminder soon after, never a volley.
 */
export function ladderFor(to: Recipient, rungs: Rungs): AgendaItem[] {
  const { rule, anchor, deadline, state, context } = rungs;
  const reachableSince = since(to, rungs);
  if (reachableSince === undefined) return [];
  const { reopenedAt, resumedAt } = state.plain;
  const until = latest(passedUntil(anchor), context.ruleKnownAt(rule), reachableSince, reopenedAt, resumedAt);
  const all = to === 'participant' ? rungsOf(to, rungs) : [...rungsOf(to, rungs), ...missedRung(to, rungs)];
  const ahead = all.filter(({ at }) => at > until);
  const newestPassed = all.filter(({ at }) => at <= until).at(-1);
  const merged =
    newestPassed && merges(to, rungs, until)
      ? [{ ...newestPassed, at: mergedAt(to, until, newestPassed, context) }]
      : [];
  // Where the next rung goes out on the same day, it is enough.
  const alone = merged.filter(({ at }) => !ahead.some((next) => berlinDay(next.at) <= berlinDay(at)));
  const items = [...alone, ...ahead, ...(to === 'coach' ? weekly(rungs) : [])];
  return items
    .filter(({ rung }) => isWanted(to, rung, deadline))
    .flatMap((item) => stillToDo(item, state, context));
}

/** Since when somebody may be told; `undefined` where nobody may. */
function since(to: Recipient, { rule, state }: Rungs): Instant | undefined {
  const { open, paused } = state.plain;
  if (!open && rule.afterClose[to] === 'ends') return undefined;
  if (paused && rule.whilePaused[to] === 'stops') return undefined;
  if (consentWasWithdrawn(state, 'case_work')) return undefined;
  if (to !== 'participant') return '';
  // After a border crossing certificate nothing goes to the participant by itself: the coach calls.
  if (currentPaper(state)?.paper?.kind === 'border_crossing_certificate') return undefined;
  if (rule.pausedByRenewal && provenRenewal(state)) return undefined;
  return mayBeRemindedSince(state);
}

/** A participant is not told of a last day that is over, nor of what an import brought; staff are, once. */
const merges = (to: Recipient, { rule, anchor, deadline }: Rungs, until: Instant): boolean =>
  to !== 'participant' ||
  (!anchor.imported && (rule.direction === 'earliest' || !isOver(deadline.due, until)));

const mergedAt = (to: Recipient, until: Instant, { key }: AgendaItem, context: PlanContext): Instant =>
  to === 'participant' ? soonAfter(until, key, context) : nextStaffMorning(until, context);

/** While it is open, everything; what was missed goes on towards staff until it is done. */
const isWanted = (to: Recipient, rung: string, { state }: Deadline): boolean =>
  state === 'open' ? rung !== 'missed' : state === 'missed' && to !== 'participant';

function rungsOf(to: Recipient, rungs: Rungs): AgendaItem[] {
  const { rule, anchor, deadline, context, state } = rungs;
  const fromOf = { due: deadline.dueRaw, trigger: berlinDay(anchor.knownAt), anchor: anchor.value };
  return rule.reminders
    .filter((reminder) => reminder.to.includes(to))
    .flatMap(({ at, text, base }) => at.map((rung) => ({ rung, text, from: fromOf[base] })))
    .map(({ rung, text, from }) => {
      const day = rung === 'mid' ? halfway(anchor.value, deadline.dueRaw) : shiftDay(from, rung);
      const at =
        to === 'participant' ? rungInstant(day, state.plain.journey, context) : staffInstant(day, context);
      return { ...itemOf(to, rung, at, rungs), ...(text !== undefined && to === 'participant' && { text }) };
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** The middle of a period, rounded to the earlier day. */
const halfway = (first: Day, last: Day): Day => addDays(first, Math.floor(daysBetween(first, last) / 2));

/** The morning after a deadline was missed. */
const missedRung = (to: 'coach' | 'coordinator', rungs: Rungs): AgendaItem[] =>
  rungs.rule.onMissed?.to.includes(to)
    ? [itemOf(to, 'missed', nextStaffMorning(later(endOfDay(rungs.deadline.due), -1), rungs.context), rungs)]
    : [];

/** After a proven renewal request the coach is reminded weekly, one at a time, counted from the last act. */
function weekly(rungs: Rungs): AgendaItem[] {
  const { rule, anchor, deadline, state, context } = rungs;
  const renewal = rule.pausedByRenewal && anchor.doneBy === undefined ? provenRenewal(state) : undefined;
  if (!renewal || deadline.state !== 'open') return [];
  let last = renewal.recordedAt;
  for (let count = 1; ; count += 1) {
    // Forward where the office is closed: back from over the years would be due again at once.
    const day = shiftDay(berlinDay(last), '1w');
    const at = nextStaffMorning(later(atBerlin(day, 0), -1), context);
    const item = itemOf('coach', `weekly-${count}`, at, rungs);
    const done = state.plain.notices[item.key];
    if (done === undefined) return [item];
    last = done;
  }
}

function itemOf(
  to: Recipient,
  rung: string,
  at: Instant,
  { rule, deadline, state, context }: Rungs,
): AgendaItem {
  const name = `${state.plain.journey}|${rule.key}|${deadline.anchor}|${deadline.anchorValue}|${rung}|${to}`;
  const act = to === 'participant' ? 'remind' : 'notify';
  return { key: context.keyOf(name), act, deadline: deadline.id, rule: rule.key, rung, to, at };
}

/** What was done, failed or was suppressed is over; what is under way comes again when it has to be settled. */
function stillToDo(item: AgendaItem, { plain }: JourneyState, windows: Windows): AgendaItem[] {
  if (item.act === 'notify') return plain.notices[item.key] === undefined ? [item] : [];
  const act = plain.messages[item.key];
  const again = (at: Instant): AgendaItem[] => [{ ...item, at: nextAllowed(at, plain.journey, windows) }];
  switch (act?.state) {
    case undefined:
      return [item];
    case 'sending':
      return again(later(act.since, settleAfterSeconds));
    case 'deferred':
      return again(act.until ?? act.since);
    case 'sent':
    case 'failed':
    case 'suppressed':
      return [];
  }
}

const latest = (...instants: (Instant | undefined)[]): Instant =>
  instants.reduce<Instant>((last, at) => (at !== undefined && at > last ? at : last), '');
