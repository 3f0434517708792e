import type { DeadlineRule } from '../programme/schema.js';
import { mayBeRemindedSince } from '../journey/consent.js';
import type { JourneyState } from '../journey/state.js';
import type { Instant } from '../time.js';
import type { AgendaItem, Deadline } from './agenda.js';
import { passedUntil, type Anchor } from './anchors.js';
import { berlinDay } from './berlin.js';
import { shiftDay } from './offset.js';
import type { PlanContext } from './plan.js';
import { isOver, later, nextAllowed, rungInstant, soonAfter, type Windows } from './windows.js';

/**
 * A claim without an outcome is settled after this time by sending again with the same Message-ID: longer than any
 * SMTP dialogue lasts, short enough that "late" stays minutes.
 */
const settleAfterSeconds = 5 * 60;

/**
 * The participant's reminders of one open deadline. Rungs before the fact, the rule, the consent and the address
 * were all known count as passed: together they give one reminder soon after, never a volley.
 */
export function participantLadder(
  rule: DeadlineRule,
  anchor: Anchor,
  deadline: Deadline,
  state: JourneyState,
  context: PlanContext,
): AgendaItem[] {
  const reachableSince = mayBeRemindedSince(state);
  if (reachableSince === undefined) return [];
  const until = latest(
    passedUntil(anchor),
    context.ruleKnownAt(rule),
    reachableSince,
    state.plain.reopenedAt,
  );
  const rungs = rungsOf(rule, deadline, state, context);
  const ahead = rungs.filter(({ at }) => at > until);
  const newestPassed = rungs.filter(({ at }) => at <= until).at(-1);
  const mergeable = newestPassed && !anchor.imported && !isOver(deadline.due, until);
  const merged = mergeable
    ? [{ ...newestPassed, at: soonAfter(until, newestPassed.key, windowsOf(context)) }]
    : [];
  // Where the next rung goes out on the same day, it is enough.
  const alone = merged.filter(({ at }) => !ahead.some((next) => berlinDay(next.at) <= berlinDay(at)));
  return [...alone, ...ahead].flatMap((item) => stillToDo(item, state, windowsOf(context)));
}

function rungsOf(
  rule: DeadlineRule,
  deadline: Deadline,
  state: JourneyState,
  context: PlanContext,
): AgendaItem[] {
  const { journey } = state.plain;
  return rule.reminders
    .flatMap(({ at, text }) => at.map((rung) => ({ rung, text })))
    .map(({ rung, text }) => ({
      key: context.keyOf(
        `${journey}|${rule.key}|${deadline.anchor}|${deadline.anchorValue}|${rung}|participant`,
      ),
      act: 'remind' as const,
      deadline: deadline.id,
      rule: rule.key,
      rung,
      to: 'participant' as const,
      text,
      at: rungInstant(shiftDay(deadline.dueRaw, rung), journey, windowsOf(context)),
    }))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** What was sent, failed or was suppressed is over; what is under way comes again when it has to be settled. */
function stillToDo(item: AgendaItem, { plain }: JourneyState, windows: Windows): AgendaItem[] {
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

const windowsOf = ({ calendar, quietHours }: PlanContext): Windows => ({ calendar, quietHours });

const latest = (...instants: (Instant | undefined)[]): Instant =>
  instants.reduce<Instant>((last, at) => (at !== undefined && at > last ? at : last), '');
