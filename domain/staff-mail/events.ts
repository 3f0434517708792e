import type { Recorded } from '../journey/events.js';
import type { Day, Instant } from '../time.js';

/** The mail of a working morning, or one in between for what can't wait for it. */
export type StaffMailKind = 'morning' | 'at_once';

/**
 * What happened to the mails to one account, in the account's own stream. `mail` is the opaque key that becomes the
 * Message-ID, `notices` the keys of what it tells; nothing of a person. Stored as written here, for years.
 */
export type StaffMailEvent =
  /** The claim: appended before SMTP is spoken to. */
  | Fact<
      'StaffMailSending',
      { mail: string; kind: StaffMailKind; day: Day; notices: string[]; attempt: number }
    >
  /** `why` is there where no mail went out: the past of a demonstration is made up. */
  | Fact<'StaffMailSent', { mail: string; day: Day; why?: 'demonstration' }>
  | Fact<'StaffMailDeferred', { mail: string; day: Day; attempt: number; until: Instant; why: string }>
  | Fact<'StaffMailFailed', { mail: string; day: Day; why: string }>
  /** Given up before it left: another one tells it, or there is nothing left to tell. */
  | Fact<'StaffMailSuppressed', { mail: string; day: Day; why: 'overtaken' | 'no_longer_due' }>;

export type RecordedStaffMailEvent = StaffMailEvent & Omit<Recorded, 'erased'>;

interface Fact<Type extends string, Plain> {
  type: Type;
  plain: Plain & { account: string };
}
