import { isPlacement } from '../programme/phase.js';
import { phaseOf } from '../programme/phase.js';
import type { DeadlineRule, Programme } from '../programme/schema.js';
import { addSpan } from '../programme/span.js';
import type { JourneyState } from '../journey/state.js';
import { provenRenewal } from '../journey/facts.js';
import { flagsOf, nextStep } from '../stuck/flags.js';
import type { Instant } from '../time.js';
import { emptyAgenda, type AgendaByClass, type AgendaItem, type Deadline, type Recipient } from './agenda.js';
import { anchorsOf, type Anchor } from './anchors.js';
import { berlinDay, endOfDay } from './berlin.js';
import type { Calendar } from './calendar.js';
import { rollBackInternal } from './dates.js';
import { doneBy } from './done.js';
import { ladderFor } from './ladder.js';
import { backgroundInstant } from './windows.js';

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
export const plannerVersion = 2;

/** After these exits nobody is reminded of anything any more, staff included. */
const finalExits = ['deceased', 'deported_or_transferred', 'voluntary_return'];

/**
 * What is due is a function of the facts: every deadline and every act with its instant and its reason. No clock
 * inside; what was already done (`messages`, `notices`, `missed`, `flags`) is part of the state, and so is when each
 * fact became known.
 */
export function plan(state: JourneyState, context: PlanContext): AgendaByClass {
  const agenda: AgendaByClass = { case: emptyAgenda(), status: emptyAgenda() };
  if (!state.plain.opened) return agenda;
  for (const rule of context.programme.deadlines) {
    const { deadlines, items } = agenda[rule.class];
    for (const anchor of anchorsOf(rule, state)) {
      const deadline = deadlineOf(rule, anchor, state, context);
      if (!deadline) continue;
      deadlines[deadline.id] = deadline;
      for (const item of itemsOf(rule, anchor, deadline, state, context)) items[item.key] = item;
    }
  }
  for (const flag of flagsOf(state, context)) {
    const step = nextStep(flag, state);
    if (!step) continue;
    const key = context.keyOf(`flag|${flag.id}|${step.severity}`);
    const rung = `severity-${step.severity}`;
    agenda[flag.class].items[key] = {
      key,
      act: 'flag',
      deadline: flag.id,
      rule: flag.rule,
      rung,
      at: step.from,
    };
  }
  for (const item of followUpOf(state, context)) agenda.case.items[item.key] = item;
  return agenda;
}

function deadlineOf(
  rule: DeadlineRule,
  anchor: Anchor,
  state: JourneyState,
  context: PlanContext,
): Deadline | undefined {
  // A birthday that was over when it became known is no deadline: nobody can still keep it.
  if (rule.anchor === 'person.bornOn' && anchor.due < berlinDay(anchor.knownAt)) return undefined;
  const name = (record: string): string => `deadline|${state.plain.journey}|${rule.key}|${record}`;
  const id = context.idOf(name(anchor.id));
  const due = rule.roll === 'internal_back' ? rollBackInternal(anchor.due, context.calendar) : anchor.due;
  const done = doneBy(rule, anchor, id, state);
  return {
    id,
    ...(anchor.previous !== undefined && { previousId: context.idOf(name(anchor.previous)) }),
    rule: rule.key,
    ruleVersion: rule.version,
    anchor: anchor.id,
    anchorValue: anchor.value,
    dueRaw: anchor.due,
    due,
    state: done !== undefined ? 'done' : hasEnded(rule, state) ? 'cancelled' : stateOf(rule, id, due, state),
    because: done ?? anchor.event,
  };
}

function hasEnded(rule: DeadlineRule, { plain }: JourneyState): boolean {
  if (plain.open) return false;
  return (
    finalExits.includes(plain.closedBecause ?? '') ||
    Object.values(rule.afterClose).every((each) => each === 'ends')
  );
}

/** A correction may have moved the day beyond the one that was missed: then it lies ahead again. */
const stateOf = (rule: DeadlineRule, id: string, due: string, { plain }: JourneyState): 'open' | 'missed' =>
  rule.direction === 'latest' && (plain.missed[id] ?? '') >= endOfDay(due) ? 'missed' : 'open';

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
  const isKept = rule.pausedByRenewal && provenRenewal(state) !== undefined;
  if (deadline.state === 'missed' || rule.direction === 'earliest' || isKept) return told;
  const key = context.keyOf(`miss|${deadline.id}|${deadline.due}`);
  const at = endOfDay(deadline.due);
  return [...told, { key, act: 'miss', deadline: deadline.id, rule: rule.key, rung: 'missed', at }];
}

/** So long after the placement the engine itself moves the journey on to follow-up. */
function followUpOf(state: JourneyState, context: PlanContext): AgendaItem[] {
  const { programme } = context;
  const { key, since, act } = phaseOf(state, programme);
  if (key !== 'placed' || since === undefined || act === undefined || !isPlacement(state, act)) return [];
  const at = backgroundInstant(addSpan(since, programme.followUpAfter), state.plain.journey);
  const name = `follow_up|${state.plain.journey}|${act}`;
  return [
    { key: context.keyOf(name), act: 'follow_up', deadline: act, rule: 'follow_up', rung: 'begin', at },
  ];
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
