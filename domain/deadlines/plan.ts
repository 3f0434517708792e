import { provenRenewal } from '../journey/facts.js';
import type { JourneyState } from '../journey/state.js';
import { abandoned, schedule } from '../messages/schedule.js';
import { isPlacement, phaseOf } from '../programme/phase.js';
import type { DeadlineRule } from '../programme/schema/deadline.js';
import type { Programme } from '../programme/schema/programme.js';
import { addSpan } from '../programme/span.js';
import { flagsOf, nextStep, type PlannedFlag } from '../stuck/flags.js';
import { flagNotices, taskNotices } from '../stuck/notices.js';
import type { Day, Instant } from '../time.js';
import {
  comingIn,
  deadlinesIn,
  emptyAgenda,
  type AgendaByClass,
  type AgendaItem,
  type Deadline,
  type Recipient,
} from './agenda.js';
import { anchorsOf, type Anchor } from './anchors.js';
import { berlinDay, endOfDay } from './berlin.js';
import type { Calendar } from './calendar.js';
import { rollBackInternal, rollForward } from './dates.js';
import { partsOf } from './day.js';
import { doneBy } from './done.js';
import { ladderFor } from './ladder.js';
import type { PlanContext } from './plan-context.js';
import { backgroundInstant } from './windows.js';

/** Raise when `plan` gives another agenda for the same facts; a process with a lower number refuses to plan. */
export const plannerVersion = 7;

/** An agenda and the flags that stand behind it. */
export interface Plan {
  agenda: AgendaByClass;
  flags: readonly PlannedFlag[];
}

/**
 * What is due is a function of the facts: every deadline and every act with its instant and its reason. No clock
 * inside; what was already done (`messages`, `notices`, `missed`, `flags`) is part of the state, and so is when each
 * fact became known.
 */
export const plan = (state: JourneyState, context: PlanContext): AgendaByClass =>
  planWithFlags(state, context).agenda;

/** The same with the flags, for whoever has to carry out what is due: a third of a plan's time goes into them. */
export function planWithFlags(state: JourneyState, context: PlanContext): Plan {
  const agenda: AgendaByClass = { case: emptyAgenda(), status: emptyAgenda() };
  if (!state.plain.opened) return { agenda, flags: [] };
  const { programme } = context;
  const reminders: AgendaItem[] = [];
  const add = (half: 'case' | 'status', items: AgendaItem[]): void => {
    for (const item of items) agenda[half].items[item.key] = item;
    reminders.push(...items.filter(({ act }) => act === 'remind'));
  };
  for (const rule of programme.deadlines) {
    for (const anchor of anchorsOf(rule, state, programme)) {
      const deadline = deadlineOf(rule, anchor, state, context);
      if (!deadline) continue;
      agenda[rule.class].deadlines[deadline.id] = deadline;
      add(rule.class, itemsOf(rule, anchor, deadline, state, context));
    }
  }
  add(
    'case',
    abandoned(reminders, state, (name) => context.keyOf(name)),
  );
  placeReminders(agenda, reminders, state, context);
  const flags = flagsOf(state, context, deadlinesIn(agenda));
  for (const flag of flags) {
    add(flag.rule.class, [...raisingOf(flag, state, context), ...flagNotices(flag, state, context)]);
  }
  add('case', [...taskNotices(state, context), ...followUpOf(state, context)]);
  return { agenda, flags };
}

/** Every reminder gets its instant; one that another of the same deadline makes needless is left out. */
function placeReminders(
  agenda: AgendaByClass,
  reminders: readonly AgendaItem[],
  state: JourneyState,
  context: PlanContext,
): void {
  const placed = new Map(schedule(reminders, state, context).map((item) => [item.key, item]));
  for (const { key } of reminders) {
    const half = agenda.case.items[key] ? agenda.case : agenda.status;
    const item = placed.get(key);
    if (item) half.items[key] = item;
    else delete half.items[key];
  }
}

/** The clock waits for the next step of a flag. */
function raisingOf(flag: PlannedFlag, state: JourneyState, context: PlanContext): AgendaItem[] {
  const step = nextStep(flag, state);
  if (!step) return [];
  const key = context.keyOf(`flag|${flag.id}|${step.severity}`);
  const rung = `severity-${step.severity}`;
  return [{ key, act: 'flag', deadline: flag.id, rule: flag.rule.key, rung, at: step.from }];
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

function itemsOf(
  rule: DeadlineRule,
  anchor: Anchor,
  deadline: Deadline,
  state: JourneyState,
  context: PlanContext,
): AgendaItem[] {
  if (deadline.state === 'done' || deadline.state === 'cancelled') return [];
  const rungs = { rule, anchor, deadline, state, context };
  const told = (['participant', 'coach', 'coordinator'] satisfies Recipient[]).flatMap((to) =>
    ladderFor(to, rungs),
  );
  const isKept = rule.pausedByRenewal !== undefined && provenRenewal(state) !== undefined;
  if (deadline.state === 'missed' || rule.direction === 'earliest' || isKept) return told;
  const key = context.keyOf(`miss|${deadline.id}|${deadline.due}`);
  const at = endOfDay(lastDay(rule, deadline.dueRaw, deadline.due));
  return [...told, { key, act: 'miss', deadline: deadline.id, rule: rule.key, rung: 'missed', at }];
}

/** So long after the placement the engine itself moves the journey on to follow-up. */
function followUpOf(state: JourneyState, context: PlanContext): AgendaItem[] {
  const { programme } = context;
  const { key, since, act } = phaseOf(state, programme);
  if (key !== 'placed' || since === undefined || act === undefined || !isPlacement(state, act, programme))
    return [];
  const at = backgroundInstant(addSpan(since, programme.followUpAfter), state.plain.journey);
  const name = `follow_up|${state.plain.journey}|${act}`;
  return [
    { key: context.keyOf(name), act: 'follow_up', deadline: act, rule: 'follow_up', rung: 'begin', at },
  ];
}

/** The next instant at which something is due, or `undefined` when nothing is. */
export function nextDue(agenda: AgendaByClass): Instant | undefined {
  const instants = comingIn(agenda).map(({ at }) => at);
  return instants.reduce<Instant | undefined>((first, at) => (first && first <= at ? first : at), undefined);
}

/** Every item of both halves that is due at `now`, the earliest first. */
export function dueAt(now: Instant, agenda: AgendaByClass): AgendaItem[] {
  return comingIn(agenda)
    .filter(({ at }) => at <= now)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.key < b.key ? -1 : 1));
}
