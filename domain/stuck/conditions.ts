import { berlinDay, endOfDay } from '../deadlines/berlin.js';
import { addDays } from '../deadlines/day-arithmetic.js';
import { linksOf } from '../deadlines/links.js';
import type { PlanContext } from '../deadlines/plan-context.js';
import type { Deadline } from '../deadlines/agenda.js';
import { currentPaper } from '../journey/facts.js';
import { perFactsAnd } from '../journey/per-version.js';
import type { JourneyState } from '../journey/state.js';
import { judgeFact } from '../programme/judge-fact.js';
import type { Fact } from '../programme/schema/fact.js';
import type { StuckCondition } from '../programme/schema/stuck.js';
import { addSpan, subtractSpan } from '../programme/span.js';
import type { Day, Instant } from '../time.js';
import { sinceOf, type Since } from './since.js';

/** Why a journey may be stuck, as it follows from the facts. */
export interface Condition {
  /** Tells one occurrence from the next. */
  anchor: string;
  /** The event whose fact, or whose being the last of its kind, is the reason. */
  because: string;
  /** From an import: what the row brought is told with the next morning's mail. */
  importedOn?: Day;
  /** The instant at which a step of so long a span is reached. */
  reachedAt(span: string): Instant;
}

/** The condition of a cause, where it holds or will hold one day; `deadlines` are the planned ones. */
export function conditionOf(
  condition: StuckCondition,
  state: JourneyState,
  context: PlanContext,
  deadlines: readonly Deadline[],
): Condition | undefined {
  if ('failedMessages' in condition) return failedMails(condition.failedMessages, state);
  if ('paper' in condition) return unverifiedPaper(condition, state, context);
  if (excuses(state, condition, () => stands(condition.unless, state, context))) return undefined;
  if ('since' in condition) {
    const since = sinces(state, condition, () => sinceOf(condition.since, state, context.programme));
    if (!since) return undefined;
    const quiet = since.quietUntil === undefined ? '' : endOfDay(since.quietUntil);
    const reachedAt = (span: string): Instant => later(endOfDay(addSpan(since.from, span)), quiet);
    return { anchor: since.anchor, because: since.because, reachedAt };
  }
  if ('deadline' in condition) {
    const open = deadlines.find((each) => each.rule === condition.deadline && each.state === 'open');
    return open && { anchor: open.id, because: open.because, reachedAt: leftBefore(open.due) };
  }
  return ofDay(condition, state, context);
}

const stands = (facts: readonly Fact[], state: JourneyState, { programme }: PlanContext): boolean =>
  facts.some((fact) => judgeFact(fact, { state, programme }).is === 'met');

// Conditions are a programme's, and with it for good: for the same facts the same is found again.
const excuses = perFactsAnd<StuckCondition, boolean>();
const sinces = perFactsAnd<StuckCondition, Since | undefined>();

/** Before its end a paper expires, after it it has expired: one flag makes room for the other. */
function ofDay(
  condition: Extract<StuckCondition, { until: string } | { past: string }>,
  state: JourneyState,
  { programme }: PlanContext,
): Condition | undefined {
  const name = 'until' in condition ? condition.until : condition.past;
  const definition = programme.anchors.find(({ key }) => key === name);
  const link = definition && linksOf(definition, state).at(-1);
  const day = link?.value;
  if (!link || typeof day !== 'string') return undefined;
  const isOver = state.plain.lastRecordedAt >= endOfDay(day);
  if ('until' in condition && isOver) return undefined;
  return {
    anchor: link.id,
    because: link.event,
    ...(link.imported && { importedOn: berlinDay(link.knownAt) }),
    reachedAt: 'until' in condition ? leftBefore(day) : (span) => endOfDay(addSpan(day, span)),
  };
}

/** The instant from which only so many days are left before `day` is over. */
const leftBefore =
  (day: Day) =>
  (span: string): Instant =>
    endOfDay(addDays(subtractSpan(day, span), -1));

/** A paper that is an alarm, until a person has verified its deadline or recorded a new paper. */
function unverifiedPaper(
  { paper: kinds, untilVerified }: Extract<StuckCondition, { paper: string[] }>,
  state: JourneyState,
  { idOf }: PlanContext,
): Condition | undefined {
  const current = currentPaper(state);
  if (!current?.paper || !kinds.includes(current.paper.kind)) return undefined;
  if (state.plain.verified[idOf(`deadline|${state.plain.journey}|${untilVerified}|${current.id}`)])
    return undefined;
  const { id: anchor, event: because, recordedAt, imported } = current;
  const told = imported ? { importedOn: berlinDay(recordedAt) } : {};
  return { anchor, because, ...told, reachedAt: () => recordedAt };
}

/**
 * So many mails in a row did not arrive; a new address or a mail that did clears it. The one that made them so many is
 * the occurrence: those that fail after it say nothing new.
 */
function failedMails(count: number, { plain, contact }: JourneyState): Condition | undefined {
  const { knownAt = '' } = contact;
  const outcomes = Object.entries(plain.messages)
    .filter(([key, { mail, state }]) => mail === key && (state === 'sent' || state === 'failed'))
    .filter(([, { since }]) => since > knownAt)
    .sort(([, a], [, b]) => (a.since < b.since ? -1 : 1));
  const arrived = outcomes.findLastIndex(([, { state }]) => state === 'sent');
  const decisive = outcomes.slice(arrived + 1)[count - 1];
  if (!decisive) return undefined;
  const [anchor, { since }] = decisive;
  return { anchor, because: plain.openedBy, reachedAt: () => since };
}

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);
