import {
  byDay,
  currentPaper,
  currentPapers,
  milestonesOf,
  type StandingMilestone,
} from '../journey/facts.js';
import type { JourneyState } from '../journey/state.js';
import type { DeadlineRule } from '../programme/schema.js';
import type { Day, Instant } from '../time.js';
import { berlinDay, endOfDay } from './berlin.js';
import { inclusiveEnd, monthsBefore } from './dates.js';

/** A recorded date from which a deadline is computed, and what has happened to it since. */
export interface Anchor {
  /** The record: a paper (all its corrections are one), a milestone, or the person. */
  id: string;
  /** The date as recorded, and the day by the law that follows from it. */
  value: Day;
  due: Day;
  knownAt: Instant;
  /** From an import: rungs up to the end of that day count as passed. */
  imported: boolean;
  event: string;
  previous?: string;
  /** The event that ended it: a newer paper, a later review. */
  doneBy?: string;
}

type Link = Omit<Anchor, 'due' | 'previous' | 'value'> & { value: Day | undefined };

/**
 * The chain of anchors of a rule, oldest first. Records whose date is missing or erased, or to which the rule does
 * not apply, give none.
 */
export function anchorsOf(rule: DeadlineRule, state: JourneyState): Anchor[] {
  let previous: string | undefined;
  const anchors: Anchor[] = [];
  for (const { value, ...link } of linksOf(rule, state)) {
    const due = value === undefined ? undefined : dueOf(rule, link.id, value, state);
    if (value === undefined || due === undefined) continue;
    anchors.push({ ...link, value, due, ...(previous !== undefined && { previous }) });
    previous = link.id;
  }
  return anchors;
}

function linksOf(rule: DeadlineRule, state: JourneyState): Link[] {
  switch (rule.anchor) {
    case 'document.validUntil':
      return papers(rule, state);
    case 'person.bornOn':
      return person(rule, state);
    case 'training.startsOn':
      return contracts(rule, state);
    case 'training.startedOn':
      return chainOf(milestonesOf(state, 'training_started'), ({ on }) => on);
    case 'plan.nextReviewOn':
      return reviews(state);
  }
}

/** The day by the law; `undefined` where a fact that it needs is missing. */
function dueOf({ compute }: DeadlineRule, id: string, value: Day, state: JourneyState): Day | undefined {
  switch (compute.fn) {
    case 'printed':
      return value;
    case 'monthsBefore':
      return monthsBefore(value, compute.months);
    case 'inclusiveEnd': {
      if (compute.years !== undefined) return inclusiveEnd(value, { years: compute.years });
      const months = contractOf(id, state)?.data[compute.monthsField ?? ''];
      return typeof months === 'number' && months > 0 ? inclusiveEnd(value, { months }) : undefined;
    }
  }
}

/** The contract under which a training began: the last that had been recorded by then. */
function contractOf(started: string, state: JourneyState): StandingMilestone | undefined {
  const all = milestonesOf(state);
  const until = all.findIndex(({ id }) => id === started);
  return all.slice(0, until).findLast(({ milestone }) => milestone === 'training_contract_signed');
}

/** The papers that are or were the current one; each newer one, of whatever kind, ends the one before. */
function papers(rule: DeadlineRule, state: JourneyState): Link[] {
  const chain = currentPapers(state);
  return chain.flatMap(({ id, paper, recordedAt, event, imported }, index) => {
    if (!paper || !applies(rule, paper)) return [];
    const next = chain[index + 1];
    const ended = next && { doneBy: next.firstEvent };
    return [{ id, value: paper.validUntil, knownAt: recordedAt, imported, event, ...ended }];
  });
}

/** A birthday counts from the entry on, or from the paper on that makes the rule apply. */
function person(rule: DeadlineRule, state: JourneyState): Link[] {
  const { plain, case: own } = state;
  const entry = { id: plain.participant, value: own.bornOn, knownAt: plain.openedAt, event: plain.openedBy };
  if (!rule.appliesIf.documentKinds) return [{ ...entry, imported: plain.takenOver !== null }];
  const current = currentPaper(state);
  if (!current?.paper || !applies(rule, current.paper)) return [];
  const since = currentPapers(state).find(({ paper }) => paper && applies(rule, paper)) ?? current;
  return [{ ...entry, knownAt: since.recordedAt, event: since.event, imported: since.imported }];
}

/** A further contract, after a placement was lost, ends what the one before had set off. */
function contracts(rule: DeadlineRule, state: JourneyState): Link[] {
  const paper = currentPaper(state)?.paper;
  if (rule.appliesIf.documentKinds && !(paper && applies(rule, paper))) return [];
  return chainOf(milestonesOf(state, 'training_contract_signed'), ({ data }) => dayIn(data['startsOn']));
}

/** Every agreed plan and every review names the day of the next review, which ends the one before. */
function reviews(state: JourneyState): Link[] {
  const chain = byDay(milestonesOf(state).filter(({ milestone }) => isReview(milestone)));
  return chainOf(chain, ({ data }) => dayIn(data['nextReviewOn']));
}

function chainOf(chain: StandingMilestone[], valueOf: (of: StandingMilestone) => Day | undefined): Link[] {
  return chain.map((each, index) => {
    const next = chain[index + 1];
    return { ...linkOf(each), value: valueOf(each), ...(next && { doneBy: next.event }) };
  });
}

const dayIn = (value: unknown): Day | undefined => (typeof value === 'string' ? value : undefined);

const isReview = (milestone: string): boolean => milestone === 'plan_agreed' || milestone === 'plan_reviewed';

const linkOf = ({ id, recordedAt: knownAt, imported, event }: StandingMilestone) => ({
  id,
  knownAt,
  imported,
  event,
});

const applies = ({ appliesIf }: DeadlineRule, paper: { kind: string; employmentNote: string }): boolean =>
  (!appliesIf.documentKinds || appliesIf.documentKinds.includes(paper.kind)) &&
  appliesIf.employmentNoteNot !== paper.employmentNote;

/** The instant up to which rungs count as passed: when the fact became known; for an import, the end of that day. */
export const passedUntil = ({ knownAt, imported }: Pick<Anchor, 'knownAt' | 'imported'>): Instant =>
  imported ? endOfDay(berlinDay(knownAt)) : knownAt;
