import { settleAfterSeconds } from '../deadlines/still-to-do.js';
import { later } from '../deadlines/windows.js';
import type { Day, Instant } from '../time.js';
import type { RecordedStaffMailEvent, StaffMailKind } from './events.js';

/** A mail to staff: what it tells, and how far it has come. */
export interface StaffMail {
  key: string;
  kind: StaffMailKind;
  /** The day on which it was claimed first. */
  day: Day;
  notices: string[];
  state: 'sending' | 'deferred' | 'sent' | 'failed' | 'suppressed';
  since: Instant;
  attempt: number;
  until?: Instant;
  why?: string;
  /** The event of the newest claim. */
  claim: string;
}

/** Every mail to one account, by its key, in the order in which they were claimed first. */
export interface StaffMails {
  version: number;
  lastRecordedAt: Instant;
  mails: Record<string, StaffMail>;
}

/** Before the first event. */
export const noStaffMails = (): StaffMails => ({ version: 0, lastRecordedAt: '', mails: {} });

/** Folds one event of an account's stream. Total and pure; `state` is changed in place and returned. */
export function evolveStaffMails(state: StaffMails, event: RecordedStaffMailEvent): StaffMails {
  state.version = event.version;
  state.lastRecordedAt = event.recordedAt;
  const { mail: key, day } = event.plain;
  const since = event.recordedAt;
  if (event.type === 'StaffMailSending') {
    const { kind, notices, attempt } = event.plain;
    const claimed = { key, kind, day, notices, state: 'sending' as const, since, attempt, claim: event.id };
    state.mails[key] = claimed;
    return state;
  }
  const known = state.mails[key];
  if (!known) return state;
  const { kind, notices, attempt, claim } = known;
  state.mails[key] = { key, kind, day, notices, attempt, claim, since, ...outcomeOf(event) };
  return state;
}

type Outcome = Exclude<RecordedStaffMailEvent, { type: 'StaffMailSending' }>;

function outcomeOf({ type, plain }: Outcome): Pick<StaffMail, 'state'> & Partial<StaffMail> {
  switch (type) {
    case 'StaffMailSent':
      return { state: 'sent', ...(plain.why && { why: plain.why }) };
    case 'StaffMailDeferred':
      return { state: 'deferred', until: plain.until, why: plain.why, attempt: plain.attempt };
    case 'StaffMailFailed':
      return { state: 'failed', why: plain.why };
    case 'StaffMailSuppressed':
      return { state: 'suppressed', why: plain.why };
  }
}

/** When a mail is to be sent again: deferred, or claimed without an outcome; `undefined` once it is over. */
export function againAt({ state, since, until }: StaffMail): Instant | undefined {
  if (state === 'sending') return later(since, settleAfterSeconds);
  return state === 'deferred' ? (until ?? since) : undefined;
}
