import {
  accompaniedAgainSince,
  consentWasWithdrawn,
  lastOf,
  mayBeRemindedSince,
  type Since,
} from '../journey/consent.js';
import { currentPapers, provenRenewal } from '../journey/facts.js';
import type { JourneyState } from '../journey/state.js';
import type { DeadlineRule } from '../programme/schema/deadline.js';
import type { Recipient } from './agenda.js';

/** A paper after which nothing goes to the participant by itself: the coach calls. */
const alarm = 'border_crossing_certificate';

/**
 * Since when somebody may be told of a rule's deadlines: '' for ever, `undefined` where nobody may. What lay before
 * counts as passed: a rung that fell into a time of silence gives no late volley when that ends.
 */
export function reachableSince(to: Recipient, rule: DeadlineRule, state: JourneyState): Since | undefined {
  const { open, paused } = state.plain;
  if (!open && rule.afterClose[to] === 'ends') return undefined;
  if (paused && rule.whilePaused[to] === 'stops') return undefined;
  if (consentWasWithdrawn(state, 'case_work')) return undefined;
  if (to !== 'participant') return { at: accompaniedAgainSince(state) ?? '', imported: false };
  if (rule.pausedByRenewal && provenRenewal(state)) return undefined;
  const reminded = mayBeRemindedSince(state);
  const calm = calmSince(state);
  if (reminded === undefined || calm === undefined) return undefined;
  return lastOf([reminded, calm]);
}

/** Since when no paper has asked for silence; `undefined` while one does. */
function calmSince(state: JourneyState): Since | undefined {
  const chain = currentPapers(state);
  const last = chain.findLastIndex(({ paper }) => paper?.kind === alarm);
  if (last < 0) return { at: '', imported: false };
  const next = chain[last + 1];
  return next && { at: next.firstRecordedAt, imported: next.records[0]?.imported === true };
}
