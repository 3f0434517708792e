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
  for (const { kind, value, ...link } of chain) {
    if (value === undefined || (kinds && !kinds.includes(kind ?? ''))) continue;
    anchors.push({ ...link, value, ...(previous !== undefined && { previous }) });
    previous = link.id;
  }
  return anchors;
}

/** The id of the first record of the paper that is the current one; all its corrections are that same paper. */
export const currentPaper = (state: JourneyState): string | undefined => currentPapers(state).at(-1)?.id;

type Link = Omit<Anchor, 'value' | 'previous'> & { kind?: string; value?: Day };

/**
 * The papers that were the current one when they were recorded: the one with the latest `validFrom` (else the day
 * of recording), then the later record. An older paper that is recorded late was never current and changes nothing.
 */
function currentPapers({ plain, status }: JourneyState): Link[] {
  const chain: (Link & { rank: Day })[] = [];
  for (const document of plain.documents) {
    const paper = status.papers[document.id];
    const last = chain.at(-1);
    const sameAsBefore = chain.findIndex(({ id }) => id === document.root);
    const first = sameAsBefore < 0 ? undefined : chain[sameAsBefore];
    const rank = paper?.validFrom ?? first?.rank ?? berlinDay(document.recordedAt);
    const link = {
      id: document.root,
      knownAt: document.recordedAt,
      imported: document.source === 'register',
      event: document.event,
      rank,
      ...(paper && { kind: paper.kind }),
      ...(paper?.validUntil !== undefined && { value: paper.validUntil }),
    };
    if (sameAsBefore >= 0) {
      chain[sameAsBefore] = { ...link, ...(first?.doneBy !== undefined && { doneBy: first.doneBy }) };
    } else if (!last || rank >= last.rank) {
      if (last) last.doneBy = document.event;
      chain.push(link);
    }
  }
  return chain;
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
