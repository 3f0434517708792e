import type { JourneyState } from '../journey/state.js';
import { abandoned, schedule } from '../messages/schedule.js';
import { isPlacement, phaseOf } from '../programme/phase.js';
import { addSpan } from '../programme/span.js';
import { flagsOf, nextStep, type PlannedFlag } from '../stuck/flags.js';
import { flagNotices, taskNotices } from '../stuck/notices.js';
import type { Instant } from '../time.js';
import { agendaToFill, comingIn, deadlinesIn, type AgendaByClass, type AgendaItem } from './agenda.js';
import { anchoredIn } from './anchored.js';
import { stillToTell } from './ladder.js';
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
  const agenda: AgendaByClass = { case: agendaToFill(), status: agendaToFill() };
  if (!state.plain.opened) return { agenda, flags: [] };
  const reminders: AgendaItem[] = [];
  const add = (half: 'case' | 'status', items: AgendaItem[]): void => {
    for (const item of items) agenda[half].items[item.key] = item;
    reminders.push(...items.filter(({ act }) => act === 'remind'));
  };
  for (const { rule, deadline, ladders, missed } of anchoredIn(state, context)) {
    agenda[rule.class].deadlines[deadline.id] = deadline;
    add(rule.class, [...ladders.flatMap(stillToTell), ...missed]);
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
