import { berlinDay } from '../../deadlines/berlin.js';
import { later, nextAllowed, windowInstant } from '../../deadlines/windows.js';
import { mailsDue, type DueMail } from '../../messages/mails-due.js';
import { triesOf } from '../../messages/message-state.js';
import { freeDay, mailDays } from '../../messages/week.js';
import type { Instant } from '../../time.js';
import type { ProposedEvent, Told } from '../events.js';
import type { JourneyState } from '../state.js';
import type { DecisionContext } from './context.js';

/** The claim on a mail: from here on it counts as under way, and "true or not" is judged at this instant. */
export interface ClaimMessage extends DueMail {
  type: 'ClaimMessage';
  /** What it was made with. */
  told?: Told & { language: string };
}

/** What became of a claimed mail: the SMTP server took it, could not be reached, or refused it for good. */
export interface SettleMessage {
  type: 'SettleMessage';
  key: string;
  attempt: number;
  /** A sent one with `why` was never handed over: it belongs to the past of a demonstration. */
  outcome: { state: 'sent'; why?: 'demonstration' } | { state: 'deferred' | 'failed'; why: string };
}

/** Waiting between tries: 1, 2, 4 … 60 minutes; after a day it has failed. */
const firstWaitSeconds = 60;
const longestWaitSeconds = 60 * 60;
const patienceSeconds = 24 * 60 * 60;
/** Claimed so often without an outcome: whoever carries it out dies of it. */
export const maximumAttempts = 40;

/** How long the next try waits after so many, in seconds. */
export const waitAfter = (attempt: number): number =>
  Math.min(firstWaitSeconds * 2 ** (attempt - 1), longestWaitSeconds);

/**
 * Claims a mail that is due and still true as a whole; anything else gives no event, and nothing is sent. One that is
 * late (nobody carried it out in its window) waits for the next window, and a third one within seven days for the next
 * free day: late is no reason to write at night, or again and again.
 */
export function claimMessage(
  state: JourneyState,
  { key, with: others, told }: ClaimMessage,
  { now, windows }: DecisionContext,
): ProposedEvent[] {
  const due = mailsDue(state, now).find((mail) => mail.key === key);
  if (!due || due.with.join() !== others.join()) return [];
  const carried = others.length > 0 && { with: others };
  const act = state.plain.messages[key];
  const tried = act?.attempt ?? 0;
  const wait = waitOf(state, triesOf(act), now, windows);
  if (wait)
    return [{ type: 'MessageDeferred', plain: { key, ...carried, attempt: tried, ...wait }, by: 'engine' }];
  // Claimed again and again without an outcome: whoever carries it out dies of it. People have to see that.
  if (triesOf(act) >= maximumAttempts) return [failed(key, 'no_outcome')];
  const { language, ...made } = told ?? {};
  return [
    {
      type: 'MessageSending',
      plain: { key, ...carried, attempt: tried + 1, ...made },
      ...(language !== undefined && { contact: { language } }),
      by: 'engine',
    },
  ];
}

/** Until when a mail may not go out yet, and why; one that was tried before has had its day. */
function waitOf(
  state: JourneyState,
  tried: number,
  now: Instant,
  windows: DecisionContext['windows'],
): { until: Instant; why: string } | undefined {
  const { journey } = state.plain;
  const until = nextAllowed(now, journey, windows);
  if (until > now) return { until, why: 'quiet_hours' };
  const today = berlinDay(now);
  const free = tried > 0 ? today : freeDay(today, mailDays(state), windows);
  return free > today ? { until: windowInstant(free, journey, windows), why: 'weekly_limit' } : undefined;
}

/** Records the outcome of the claim that is under way; a late outcome of an older claim says nothing new. */
export function settleMessage(
  state: JourneyState,
  { key, attempt, outcome }: SettleMessage,
  { now }: DecisionContext,
): ProposedEvent[] {
  const act = state.plain.messages[key];
  // a mail has one outcome, under the name that it left with
  if (act?.state !== 'sending' || act.mail !== key) return [];
  if (act.attempt !== attempt && outcome.state !== 'sent') return [];
  if (outcome.state === 'sent') {
    const plain = { key, ...(outcome.why && { why: outcome.why }) };
    return [{ type: 'MessageSent', plain, by: 'engine' }];
  }
  const isOut = now >= later(act.firstTriedAt ?? now, patienceSeconds);
  if (outcome.state === 'failed' || isOut) return [failed(key, outcome.why)];
  const until = later(now, waitAfter(triesOf(act)));
  return [{ type: 'MessageDeferred', plain: { key, attempt, until, why: outcome.why }, by: 'engine' }];
}

const failed = (key: string, why: string): ProposedEvent => ({
  type: 'MessageFailed',
  plain: { key, why },
  by: 'engine',
});

/** A mail that can't go out as things are: there is no number under which anybody could be called back. */
export interface SuppressMessage extends DueMail {
  type: 'SuppressMessage';
  why: 'no_callback_number';
}

/** Gives up a mail that is due, with the reason. */
export function suppressMessage(
  state: JourneyState,
  { key, with: others, why }: SuppressMessage,
  { now }: DecisionContext,
): ProposedEvent[] {
  const due = mailsDue(state, now).find((mail) => mail.key === key);
  if (!due || due.with.join() !== others.join()) return [];
  return [key, ...others].map((each): ProposedEvent => ({
    type: 'MessageSuppressed',
    plain: { key: each, why },
    by: 'engine',
  }));
}
