import type { DeadlineRule, Programme } from '../programme/schema.js';
import type { JourneyState } from '../journey/state.js';
import type { Instant } from '../time.js';
import { emptyAgenda, type AgendaByClass, type AgendaItem, type Deadline } from './agenda.js';
import { anchorsOf, type Anchor } from './anchors.js';
import { endOfDay } from './berlin.js';
import type { Calendar } from './calendar.js';
import { rollBackInternal } from './dates.js';
import { participantLadder } from './ladder.js';

/** What the plan needs beside the facts: the rules as this installation knows them, and nothing with a clock. */
export interface PlanContext {
  programme: Programme;
  calendar: Calendar;
  quietHours: boolean;
  /** Names planner, programme and settings; an agenda with another stamp is planned anew. */
  stamp: string;
  /** When this installation came to know a rule's version: a rung before that counts as passed. */
  ruleKnownAt(rule: DeadlineRule): Instant;
  /** A UUID that is always the same for the same name. */
  idOf(name: string): string;
  /** An opaque key that is always the same for the same name, and from which nothing can be read. */
  keyOf(name: string): string;
}

/** Raise when `plan` gives another agenda for the same facts; a process with a lower number refuses to plan. */
export const plannerVersion = 1;

/**
 * What is due is a function of the facts: every deadline and every act with its instant and its reason. No clock
 * inside; what was already done (`messages`, `missed`) is part of the state, and so is when each fact became known.
 */
export function plan(state: JourneyState, context: PlanContext): AgendaByClass {
  const agenda: AgendaByClass = { case: emptyAgenda(), status: emptyAgenda() };
  if (!state.plain.opened) return agenda;
  for (const rule of context.programme.deadlines) {
    const { deadlines, items } = agenda[rule.class];
    for (const anchor of anchorsOf(rule, state)) {
      const deadline = deadlineOf(rule, anchor, state, context);
      deadlines[deadline.id] = deadline;
      for (const item of itemsOf(rule, anchor, deadline, state, context)) items[item.key] = item;
    }
  }
  return agenda;
}

function deadlineOf(rule: DeadlineRule, anchor: Anchor, state: JourneyState, context: PlanContext): Deadline {
  const name = (record: string): string => `deadline|${state.plain.journey}|${rule.key}|${record}`;
  const id = context.idOf(name(anchor.id));
  const dueRaw = anchor.value;
  const due = rule.roll === 'internal_back' ? rollBackInternal(dueRaw, context.calendar) : dueRaw;
  const ended = !state.plain.open && rule.afterClose === 'ends';
  // A correction may have moved the day beyond the one that was missed: then it lies ahead again.
  const missed = (state.plain.missed[id] ?? '') >= endOfDay(due);
  return {
    id,
    ...(anchor.previous !== undefined && { previousId: context.idOf(name(anchor.previous)) }),
    rule: rule.key,
    ruleVersion: rule.version,
    anchor: anchor.id,
    anchorValue: anchor.value,
    dueRaw,
    due,
    state: anchor.doneBy !== undefined ? 'done' : ended ? 'cancelled' : missed ? 'missed' : 'open',
    because: anchor.doneBy ?? anchor.event,
  };
}

function itemsOf(
  rule: DeadlineRule,
  anchor: Anchor,
  deadline: Deadline,
  state: JourneyState,
  context: PlanContext,
): AgendaItem[] {
  if (deadline.state !== 'open') return [];
  const miss: AgendaItem = {
    key: context.keyOf(`miss|${deadline.id}|${deadline.due}`),
    act: 'miss',
    deadline: deadline.id,
    rule: rule.key,
    rung: 'missed',
    at: endOfDay(deadline.due),
  };
  return [...participantLadder(rule, anchor, deadline, state, context), miss];
}

/** The next instant at which something is due, or `undefined` when nothing is. */
export function nextDue({ case: own, status }: AgendaByClass): Instant | undefined {
  const instants = [...Object.values(own.items), ...Object.values(status.items)].map(({ at }) => at);
  return instants.reduce<Instant | undefined>((first, at) => (first && first <= at ? first : at), undefined);
}

/** Every item of both halves that is due at `now`, the earliest first. */
export function dueAt(now: Instant, { case: own, status }: AgendaByClass): AgendaItem[] {
  return [...Object.values(own.items), ...Object.values(status.items)]
    .filter(({ at }) => at <= now)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.key < b.key ? -1 : 1));
}
