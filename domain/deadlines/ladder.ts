import type { Since } from '../journey/consent.js';
import { provenRenewal } from '../journey/facts.js';
import type { JourneyState } from '../journey/state.js';
import type { DeadlineRule } from '../programme/schema/deadline.js';
import { addSpan } from '../programme/span.js';
import { remembered } from '../remembered.js';
import type { Day, Instant } from '../time.js';
import type { AgendaItem, Deadline, Recipient } from './agenda.js';
import { passedUntil, type Anchor } from './anchors.js';
import { atBerlin, berlinDay, endOfDay } from './berlin.js';
import { addDays, daysBetween } from './day-arithmetic.js';
import { shiftDay } from './offset.js';
import { isYetToGo } from '../messages/message-state.js';
import type { PlanContext } from './plan-context.js';
import { reachableSince } from './recipients.js';
import { nextStaffMorning, staffInstant } from './staff-hours.js';
import { stillToDo } from './still-to-do.js';
import { isOver, later, rungInstant, soonAfter } from './windows.js';

/** A deadline of a journey, and all that its rungs follow from. */
export interface Rungs {
  rule: DeadlineRule;
  anchor: Anchor;
  deadline: Deadline;
  state: JourneyState;
  context: PlanContext;
}

/** What one recipient is to be told of one deadline as the facts are, whatever was told already. */
export interface Ladder extends Rungs {
  to: Recipient;
  /** Every rung that is wanted, the oldest first. */
  rungs: readonly AgendaItem[];
  /** Rungs up to then have passed. */
  until: Instant;
  /** When the newest that has passed is told all the same, by its key; absent where it is not. */
  mergedAt?: (key: string) => Instant;
}

/**
 * The ladder of one recipient, none where nobody is told. Rungs before everything they need was known count as passed:
 * together they give one reminder soon after, never a volley.
 */
export function ladderFor(to: Recipient, of: Rungs): [] | [Ladder] {
  const { rule, anchor, state, context } = of;
  const since = isTold(to, rule) ? reachableSince(to, rule, state) : undefined;
  if (since === undefined) return [];
  const { reopenedAt, resumedAt } = state.plain;
  const brought = isBroughtByImport(since, of);
  const reached = brought ? endOfDay(berlinDay(since.at)) : since.at;
  const until = latest(passedUntil(anchor), context.ruleKnownAt(rule), reached, reopenedAt, resumedAt);
  const soon = to === 'participant' ? soonAfter : nextStaffMorning;
  return [
    {
      ...of,
      to,
      rungs: rungsOf(to, of),
      until,
      ...(!brought && merges(to, of, until) && { mergedAt: remembered((key) => soon(until, key, context)) }),
    },
  ];
}

/** What of a ladder is still to be told, and when. */
export function stillToTell(ladder: Ladder): AgendaItem[] {
  const { to, rungs, until, mergedAt, state, context } = ladder;
  const { messages } = state.plain;
  const isPlannedAgain = ({ key }: AgendaItem): boolean => messages[key]?.state === 'planned_again';
  const all = notOvertaken(rungs, state);
  const ahead = all.filter(({ at }) => at > until);
  const newestPassed = all.filter(({ at }) => at <= until).at(-1);
  const merged = newestPassed && mergedAt ? [{ ...newestPassed, at: mergedAt(newestPassed.key) }] : [];
  // Where the next rung goes out on the same day, it is enough.
  const alone = merged.filter(({ at }) => !ahead.some((next) => berlinDay(next.at) <= berlinDay(at)));
  const passed = all.filter((item) => item.at <= until && item.key !== merged[0]?.key);
  const again = [...repeated(to, until, ladder), ...whileRenewed(to, ladder)];
  const wanted = [...passed.filter(isPlannedAgain), ...alone, ...ahead];
  return newestOfReleased(
    [...wanted, ...again.filter((item) => isWanted(item, ladder))].flatMap((item) =>
      stillToDo(item, state, context),
    ),
    isPlannedAgain,
  );
}

/** Of what a person let go only that is told which no newer rung of the same day tells as well. */
const newestOfReleased = (items: AgendaItem[], isPlannedAgain: (item: AgendaItem) => boolean): AgendaItem[] =>
  items.filter(
    (item, index) =>
      !isPlannedAgain(item) ||
      !items
        .slice(index + 1)
        .some(({ at, held }) => held !== 'held_back' && berlinDay(at) <= berlinDay(item.at)),
  );

/** Whether a rule has anything to tell a recipient at all: most have nothing for one of the three. */
const isTold = (to: Recipient, { reminders, onMissed, pausedByRenewal }: DeadlineRule): boolean =>
  [...reminders, ...(onMissed ? [onMissed] : []), ...(pausedByRenewal ? [pausedByRenewal] : [])].some(
    (told) => told.to.some((recipient) => recipient === to),
  );

/** What has waited for its window or its week is needless once a newer rung was told. */
function notOvertaken(rungs: readonly AgendaItem[], { plain: { messages } }: JourneyState): AgendaItem[] {
  const wasTold = ({ key }: AgendaItem): boolean => {
    const act = messages[key];
    return act?.why !== 'overtaken' && !isYetToGo(act);
  };
  const newest = rungs.findLastIndex(wasTold);
  return rungs.filter((rung, index) => index >= newest || wasTold(rung));
}

/** Whether a register said the last thing that was wanting before somebody may be told: nobody is told because of it. */
const isBroughtByImport = (since: Since, { anchor }: Rungs): boolean =>
  since.imported && since.at >= anchor.knownAt;

/** A participant is not told of a last day that is over, nor of what an import brought; staff are, once. */
const merges = (to: Recipient, { rule, anchor, deadline }: Rungs, until: Instant): boolean =>
  to !== 'participant' ||
  (!anchor.imported && (rule.direction === 'earliest' || !isOver(deadline.due, until)));

/** While it is open, everything; what was missed goes on towards staff until it is done. */
const isWanted = ({ to, rung }: AgendaItem, { deadline: { state } }: Rungs): boolean =>
  state === 'open' ? rung !== 'missed' : state === 'missed' && to !== 'participant';

/** The rungs that are wanted as things are, the oldest first. */
const rungsOf = (to: Recipient, rungs: Rungs): AgendaItem[] =>
  [...reminderRungs(to, rungs), ...(to === 'participant' ? [] : missedRung(to, rungs))]
    .filter((item) => isWanted(item, rungs))
    .sort((a, b) => (a.at < b.at ? -1 : 1));

function reminderRungs(to: Recipient, rungs: Rungs): AgendaItem[] {
  const { rule, anchor, deadline } = rungs;
  return rule.reminders
    .filter((reminder) => reminder.to.includes(to))
    .flatMap(({ at, text, base }) => at.map((rung) => ({ rung, text, from: baseOf(base, rungs) })))
    .map(({ rung, text, from }) => {
      const day = rung === 'mid' ? halfway(anchor.value, deadline.dueRaw) : shiftDay(from, rung);
      return itemOf(to, rung, instantFor(to, day, rungs), rungs, text);
    });
}

const baseOf = (base: 'due' | 'trigger' | 'anchor', { anchor, deadline }: Rungs): Day =>
  ({ due: deadline.dueRaw, trigger: berlinDay(anchor.knownAt), anchor: anchor.value })[base];

const instantFor = (to: Recipient, day: Day, { state, context }: Rungs): Instant =>
  to === 'participant'
    ? rungInstant(day, state.plain.journey, context)
    : staffInstant(day, state.plain.journey, context);

/** The middle of a period, rounded to the earlier day. */
const halfway = (first: Day, last: Day): Day => addDays(first, Math.floor(daysBetween(first, last) / 2));

/** The morning after a deadline was missed. */
const missedRung = (to: 'coach' | 'coordinator', rungs: Rungs): AgendaItem[] => {
  const { rule, deadline, state, context } = rungs;
  if (!rule.onMissed?.to.includes(to)) return [];
  const over = later(endOfDay(deadline.due), -1);
  return [itemOf(to, 'missed', nextStaffMorning(over, state.plain.journey, context), rungs)];
};

/** Rungs that come again and again until the deadline is done. */
const repeated = (to: Recipient, until: Instant, rungs: Rungs): AgendaItem[] =>
  rungs.rule.reminders.flatMap(({ at, every, to: recipients, text, base }) => {
    const last = at.at(-1);
    if (every === undefined || last === undefined || last === 'mid' || !recipients.includes(to)) return [];
    const first = instantFor(to, shiftDay(baseOf(base, rungs), last), rungs);
    return nextRepetition(to, last, first > until ? first : until, every, rungs, text);
  });

/** After a proven renewal request staff are reminded from then on, or from the paper's last correction; a new paper ends it. */
function whileRenewed(to: Recipient, rungs: Rungs): AgendaItem[] {
  const { rule, anchor, deadline, state } = rungs;
  const paused = rule.pausedByRenewal;
  const renewal = paused && anchor.doneBy === undefined ? provenRenewal(state) : undefined;
  if (!renewal || to === 'participant' || !paused?.to.includes(to) || deadline.state !== 'open') return [];
  return nextRepetition(to, 'renewed', latest(renewal.recordedAt, anchor.knownAt), paused.every, rungs);
}

/** A recurring rung is planned one at a time, from its last act. */
function nextRepetition(
  to: Recipient,
  name: string,
  since: Instant,
  every: string,
  rungs: Rungs,
  text?: string,
): AgendaItem[] {
  const { state, context } = rungs;
  let last = since;
  for (let count = 1; ; count += 1) {
    const day = addSpan(berlinDay(last), every);
    // Forward where the office is closed: back from over the years would be due again at once.
    const at =
      to === 'participant'
        ? rungInstant(day, state.plain.journey, context)
        : nextStaffMorning(later(atBerlin(day, 0), -60), state.plain.journey, context);
    const item = itemOf(to, `${name}-${count}`, at, rungs, text);
    const { notices, messages } = state.plain;
    const act = messages[item.key];
    // one that a person holds back, or lets go again, is the one that is planned
    const told = act?.state === 'held_back' || act?.state === 'planned_again' ? undefined : act?.since;
    const done = notices[item.key]?.at ?? told;
    if (done === undefined) return [item];
    last = done;
  }
}

function itemOf(
  to: Recipient,
  rung: string,
  at: Instant,
  { rule, deadline, state, context }: Rungs,
  text?: string,
): AgendaItem {
  const name = `${state.plain.journey}|${rule.key}|${deadline.anchor}|${deadline.anchorValue}|${rung}|${to}`;
  const key = context.keyOf(name);
  if (to !== 'participant')
    return { key, act: 'notify', deadline: deadline.id, rule: rule.key, rung, to, at };
  return {
    key,
    act: 'remind',
    deadline: deadline.id,
    rule: rule.key,
    rung,
    to,
    ...(text !== undefined && { text }),
    at,
  };
}

const latest = (...instants: (Instant | undefined)[]): Instant =>
  instants.reduce<Instant>((last, at) => (at !== undefined && at > last ? at : last), '');
