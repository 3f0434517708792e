import { dueAt } from '../../deadlines/plan.js';
import { later, nextAllowed } from '../../deadlines/windows.js';
import type { ProposedEvent } from '../events.js';
import type { JourneyState } from '../state.js';
import type { DecisionContext } from './context.js';

/** The claim on a message: from here on it counts as under way, and "true or not" is judged at this instant. */
export interface ClaimMessage {
  type: 'ClaimMessage';
  key: string;
}

/** What became of a claimed message: the SMTP server took it, could not be reached, or refused it for good. */
export interface SettleMessage {
  type: 'SettleMessage';
  key: string;
  attempt: number;
  outcome: { state: 'sent' } | { state: 'deferred' | 'failed'; why: string };
}

/** Waiting between tries: 1, 2, 4 … 60 minutes; after a day of tries it has failed. */
const firstWaitSeconds = 60;
const longestWaitSeconds = 60 * 60;
export const maximumAttempts = 30;

/** How long the next try waits after so many, in seconds. */
export const waitAfter = (attempt: number): number =>
  Math.min(firstWaitSeconds * 2 ** (attempt - 1), longestWaitSeconds);

/**
 * Claims a message that is due and still true; anything else gives no event, and nothing is sent. A message that is
 * late (nobody carried it out in its window) waits for the next window: late is no reason to write at night.
 */
export function claimMessage(
  state: JourneyState,
  { key }: ClaimMessage,
  { now, windows }: DecisionContext,
): ProposedEvent[] {
  const due = dueAt(now, { case: state.case.agenda, status: state.status.agenda });
  if (!due.some((item) => item.act === 'remind' && item.key === key)) return [];
  const tried = state.plain.messages[key]?.attempt ?? 0;
  const until = nextAllowed(now, state.plain.journey, windows);
  if (until > now) {
    return [
      { type: 'MessageDeferred', plain: { key, attempt: tried, until, why: 'quiet_hours' }, by: 'engine' },
    ];
  }
  // Claimed again and again without an outcome: whoever carries it out dies of it. People have to see that.
  if (tried >= maximumAttempts)
    return [{ type: 'MessageFailed', plain: { key, why: 'no_outcome' }, by: 'engine' }];
  const attempt = tried + 1;
  return [{ type: 'MessageSending', plain: { key, attempt }, by: 'engine' }];
}

/** Records the outcome of the claim that is under way; a late outcome of an older claim says nothing new. */
export function settleMessage(
  state: JourneyState,
  { key, attempt, outcome }: SettleMessage,
  { now }: DecisionContext,
): ProposedEvent[] {
  const act = state.plain.messages[key];
  if (act?.state !== 'sending' || (act.attempt !== attempt && outcome.state !== 'sent')) return [];
  if (outcome.state === 'sent') return [{ type: 'MessageSent', plain: { key }, by: 'engine' }];
  if (outcome.state === 'failed' || attempt >= maximumAttempts) {
    return [{ type: 'MessageFailed', plain: { key, why: outcome.why }, by: 'engine' }];
  }
  const until = later(now, waitAfter(attempt));
  return [{ type: 'MessageDeferred', plain: { key, attempt, until, why: outcome.why }, by: 'engine' }];
}

/** A message that can't go out as things are: there is no number under which anybody could be called back. */
export interface SuppressMessage {
  type: 'SuppressMessage';
  key: string;
  why: 'no_callback_number';
}

/** Gives up a message that is due, with the reason. */
export function suppressMessage(
  state: JourneyState,
  { key, why }: SuppressMessage,
  { now }: DecisionContext,
): ProposedEvent[] {
  const due = dueAt(now, { case: state.case.agenda, status: state.status.agenda });
  if (!due.some((item) => item.act === 'remind' && item.key === key)) return [];
  return [{ type: 'MessageSuppressed', plain: { key, why }, by: 'engine' }];
}
