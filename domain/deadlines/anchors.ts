import { berlinDay, endOfDay } from './berlin.js';
import type { DeadlineRule } from '../programme/schema.js';
import type { JourneyState } from '../journey/state.js';
import type { Day, Instant } from '../time.js';

/** A recorded date from which a deadline is computed, and what has happened to it since. */
export interface Anchor {
  /** The record: a paper (all its corrections are one) or a milestone. */
  id: string;
  value: Day;
  knownAt: Instant;
  /** From an import: rungs up to the end of that day count as passed, and none is merged. */
  imported: boolean;
  event: string;
  previous?: string;
  /** The event that ended it: a newer paper, a later review. */
  doneBy?: string;
}

/** The chain of anchors of a rule, oldest first. Records whose date is missing or erased, or to which the rule does not apply, give none. */
export function anchorsOf(rule: DeadlineRule, state: JourneyState): Anchor[] {
  const chain = rule.anchor === 'document.validUntil' ? currentPapers(state) : agreedReviews(state);
  const kinds = rule.appliesTo?.documentKinds;
  let previous: string | undefined;
  const anchors: Anchor[] = [];
  for (const { kind, value, firstEvent: _, ...link } of chain) {
    if (value === undefined || (kinds && !kinds.includes(kind ?? ''))) continue;
    anchors.push({ ...link, value, ...(previous !== undefined && { previous }) });
    previous = link.id;
  }
  return anchors;
}

/** The id of the first record of the paper that is the current one; all its corrections are that same paper. */
export const currentPaper = (state: JourneyState): string | undefined => currentPapers(state).at(-1)?.id;

type Link = Omit<Anchor, 'value' | 'previous'> & { kind?: string; value?: Day; firstEvent?: string };

/**
 * The papers that are or were the current one: in the order in which they were first recorded, each that is not
 * older than the one before it. The current paper is the one with the latest `validFrom` (else the day of recording),
 * then the later record; an older paper that is recorded late was never current and changes nothing. A correction
 * speaks for its paper as if it had been said at once.
 */
function currentPapers(state: JourneyState): Link[] {
  const chain: Link[] = [];
  let newest = '';
  for (const { rank, ...paper } of papersOf(state)) {
    if (rank < newest) continue;
    newest = rank;
    const last = chain.at(-1);
    if (last) last.doneBy = paper.firstEvent;
    chain.push(paper);
  }
  return chain;
}

/** Every paper with what its last correction says of it, in the order of first recording. */
function papersOf({ plain, status }: JourneyState): (Link & { rank: Day; firstEvent: string })[] {
  const papers = new Map<string, Link & { rank: Day; firstEvent: string }>();
  for (const document of plain.documents) {
    const paper = status.papers[document.id];
    const first = papers.get(document.root);
    papers.set(document.root, {
      id: document.root,
      knownAt: document.recordedAt,
      imported: document.source === 'register',
      event: document.event,
      firstEvent: first?.firstEvent ?? document.event,
      rank: paper?.validFrom ?? first?.rank ?? berlinDay(document.recordedAt),
      ...(paper && { kind: paper.kind }),
      ...(paper?.validUntil !== undefined && { value: paper.validUntil }),
    });
  }
  return [...papers.values()];
}

/** Every agreed plan and every review names the day of the next review, which ends the one before. */
function agreedReviews(state: JourneyState): Link[] {
  const chain: Link[] = [];
  for (const { id, milestone, recordedAt, event, source } of state.plain.milestones) {
    if (milestone !== 'plan_agreed' && milestone !== 'plan_reviewed') continue;
    const value = state.case.milestones[id]?.data['nextReviewOn'];
    const last = chain.at(-1);
    if (last) last.doneBy = event;
    const link: Link = { id, knownAt: recordedAt, imported: source === 'register', event };
    chain.push(typeof value === 'string' ? { ...link, value } : link);
  }
  return chain;
}

/** The instant up to which rungs count as passed: when the fact became known; for an import, the end of that day. */
export const passedUntil = ({ knownAt, imported }: Anchor): Instant =>
  imported ? endOfDay(berlinDay(knownAt)) : knownAt;
