import { provenRenewal } from '../journey/facts.js';
import { perFactsAnd } from '../journey/per-version.js';
import type { JourneyState } from '../journey/state.js';
import type { DeadlineRule } from '../programme/schema/deadline.js';
import type { Programme } from '../programme/schema/programme.js';
import type { Day } from '../time.js';
import type { AgendaItem, Deadline, Recipient } from './agenda.js';
import { anchorsOf, type Anchor } from './anchors.js';
import { berlinDay, endOfDay } from './berlin.js';
import type { Calendar } from './calendar.js';
import { rollBackInternal, rollForward } from './dates.js';
import { partsOf } from './day.js';
import { doneBy } from './done.js';
import { ladderFor, type Ladder } from './ladder.js';
import type { PlanContext } from './plan-context.js';

/** A deadline, and what follows with it from the facts alone: whatever was told of it already is not looked at. */
export interface Anchored {
  rule: DeadlineRule;
  deadline: Deadline;
  /** Of those who are told of it; of nobody where it is done or cancelled. */
  ladders: readonly Ladder[];
  /** The clock's act with which it is missed, where it can be. */
  missed: readonly AgendaItem[];
}

/** Every deadline of a journey, reckoned once for its facts: an act of the engine plans several times, and changes none. */
export const anchoredIn = (state: JourneyState, context: PlanContext): readonly Anchored[] =>
  known(state, context, () =>
    context.programme.deadlines.flatMap((rule) =>
      anchorsOf(rule, state, context.programme).flatMap((anchor) => anchored(rule, anchor, state, context)),
    ),
  );

const known = perFactsAnd<PlanContext, readonly Anchored[]>();

const recipients: readonly Recipient[] = ['participant', 'coach', 'coordinator'];

function anchored(
  rule: DeadlineRule,
  anchor: Anchor,
  state: JourneyState,
  context: PlanContext,
): [] | [Anchored] {
  const deadline = deadlineOf(rule, anchor, state, context);
  if (!deadline) return [];
  if (deadline.state === 'done' || deadline.state === 'cancelled')
    return [{ rule, deadline, ladders: [], missed: [] }];
  const rungs = { rule, anchor, deadline, state, context };
  const ladders = recipients.flatMap((to) => ladderFor(to, rungs));
  const isKept = rule.pausedByRenewal !== undefined && provenRenewal(state) !== undefined;
  const cannotBeMissed = deadline.state === 'missed' || rule.direction === 'earliest' || isKept;
  return [{ rule, deadline, ladders, missed: cannotBeMissed ? [] : [missedItem(rule, deadline, context)] }];
}

function deadlineOf(
  rule: DeadlineRule,
  anchor: Anchor,
  state: JourneyState,
  context: PlanContext,
): Deadline | undefined {
  const { programme, calendar } = context;
  // A birthday that was over when it became known is no deadline: nobody can still keep it.
  const isBirthday = programme.anchors.find(({ key }) => key === rule.anchor)?.of === 'person';
  if (isBirthday && anchor.due < berlinDay(anchor.knownAt)) return undefined;
  const name = (record: string): string => `deadline|${state.plain.journey}|${rule.key}|${record}`;
  const id = context.idOf(name(anchor.id));
  const due = rolled(anchor.due, rule.roll, calendar);
  const done = doneBy(rule, anchor, id, state, programme);
  return {
    id,
    ...(anchor.previous !== undefined && { previousId: context.idOf(name(anchor.previous)) }),
    rule: rule.key,
    ruleVersion: rule.version,
    anchor: anchor.id,
    anchorValue: anchor.value,
    dueRaw: anchor.due,
    due,
    state:
      done !== undefined
        ? 'done'
        : hasEnded(rule, state, programme)
          ? 'cancelled'
          : stateOf(rule, id, anchor.due, due, state),
    because: done ?? anchor.event,
  };
}

/** Outside the calendar's years nothing moves: such a day is planned anew long before it comes. */
function rolled(day: Day, roll: DeadlineRule['roll'], calendar: Calendar): Day {
  const { year } = partsOf(day);
  if (roll === 'none' || year < calendar.firstYear || year >= calendar.lastYear) return day;
  return roll === 'internal_back' ? rollBackInternal(day, calendar) : rollForward(day, calendar);
}

/** After these exits nobody is reminded of anything any more, staff included. */
function hasEnded(rule: DeadlineRule, { plain }: JourneyState, { exitReasons }: Programme): boolean {
  if (plain.open) return false;
  const isFinal = exitReasons.find(({ key }) => key === plain.closedBecause)?.final === true;
  return isFinal || Object.values(rule.afterClose).every((each) => each === 'ends');
}

/** The day at whose end it is missed; what begins on a day can't be recorded before it. */
const lastDay = ({ missedAfter }: DeadlineRule, dueRaw: Day, due: Day): Day =>
  missedAfter === 'due' ? due : dueRaw;

/** A correction may have moved the day beyond the one that was missed: then it lies ahead again. */
function stateOf(
  rule: DeadlineRule,
  id: string,
  dueRaw: Day,
  due: Day,
  { plain }: JourneyState,
): 'open' | 'missed' {
  const missedAt = plain.missed[id] ?? '';
  return rule.direction === 'latest' && missedAt >= endOfDay(lastDay(rule, dueRaw, due)) ? 'missed' : 'open';
}

function missedItem(rule: DeadlineRule, { id, due, dueRaw }: Deadline, context: PlanContext): AgendaItem {
  const key = context.keyOf(`miss|${id}|${due}`);
  return {
    key,
    act: 'miss',
    deadline: id,
    rule: rule.key,
    rung: 'missed',
    at: endOfDay(lastDay(rule, dueRaw, due)),
  };
}
