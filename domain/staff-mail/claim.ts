import { berlinDay } from '../deadlines/berlin.js';
import { isOfficeHour, morningOf } from '../deadlines/staff-hours.js';
import type { Windows } from '../deadlines/windows.js';
import { maximumAttempts } from '../journey/commands/send-message.js';
import type { Day, Instant } from '../time.js';
import type { StaffMailEvent, StaffMailKind } from './events.js';
import { againAt, type StaffMail, type StaffMails } from './state.js';

/** A notice that stands, for one who is to be told. */
export interface StandingNotice {
  key: string;
  queuedAt: Instant;
  urgent: boolean;
}

/** What is asked for: a morning's mail, one in between, or a mail once more that has no outcome yet. */
export type StaffMailWish = StaffMailKind | 'again';

/** What a decision about an account's mail may know beside the stream's state. */
export interface StaffMailContext {
  account: string;
  now: Instant;
  windows: Windows;
  /** An opaque key that is always the same for the same name. */
  keyOf(name: string): string;
}

/**
 * Claims a mail to one account: what is appended before SMTP is spoken to. No event where nothing is to be told now.
 * @param standing every notice whose reason is not gone and that is for this account, mailed or not
 */
export function claimStaffMail(
  state: StaffMails,
  wish: StaffMailWish,
  standing: readonly StandingNotice[],
  context: StaffMailContext,
): StaffMailEvent[] {
  if (!isOfficeHour(context.now, context.windows)) return [];
  switch (wish) {
    case 'morning':
      return claimMorning(state, standing, context);
    case 'at_once':
      return claimAtOnce(state, standing, context);
    case 'again':
      return claimAgain(state, standing, context);
  }
}

/**
 * One mail a working morning: whatever was queued before it, and what an earlier mail could not deliver; also one that
 * was refused for good, for an address is corrected, and what stands has to be heard of in the end.
 */
function claimMorning(
  state: StaffMails,
  standing: readonly StandingNotice[],
  context: StaffMailContext,
): StaffMailEvent[] {
  const { account, now, windows, keyOf } = context;
  const day = berlinDay(now);
  const mail = keyOf(`staff-mail|${account}|${day}`);
  if (!windows.quietHours || state.mails[mail]) return [];
  const earlier = Object.values(state.mails).filter((mail) => mail.day < day);
  const overtaken = earlier.filter((mail) => mail.state === 'deferred');
  const refused = earlier.filter((mail) => mail.state === 'failed');
  const notices = keysOf(
    unmailed(state, standing, [...overtaken, ...refused]),
    ({ queuedAt }) => queuedAt <= morningOf(day),
  );
  if (notices.length === 0) return [];
  return [
    ...overtaken.map((mail) => suppressed(account, mail, 'overtaken')),
    sending(account, { key: mail, kind: 'morning', day, notices, attempt: 1 }),
  ];
}

/** What is grave, in a mail of its own; with quiet hours off whatever there is. */
function claimAtOnce(
  state: StaffMails,
  standing: readonly StandingNotice[],
  { account, now, windows, keyOf }: StaffMailContext,
): StaffMailEvent[] {
  const notices = keysOf(unmailed(state, standing), ({ urgent }) => urgent || !windows.quietHours);
  if (notices.length === 0) return [];
  const key = keyOf(`staff-mail|${account}|${notices.join('|')}`);
  return [sending(account, { key, kind: 'at_once', day: berlinDay(now), notices, attempt: 1 })];
}

/** The same mail under the same Message-ID, as far as it is still true. */
function claimAgain(
  state: StaffMails,
  standing: readonly StandingNotice[],
  { account, now }: StaffMailContext,
): StaffMailEvent[] {
  const due = Object.values(state.mails).filter((mail) => (againAt(mail) ?? '~') <= now);
  const stands = new Set(standing.map(({ key }) => key));
  return due.slice(0, 1).map((mail): StaffMailEvent => {
    const notices = mail.notices.filter((key) => stands.has(key));
    if (notices.length === 0) return suppressed(account, mail, 'no_longer_due');
    // Claimed again and again without an outcome: whoever carries it out dies of it. People have to see that.
    if (mail.attempt >= maximumAttempts) return failed(account, mail, 'no_outcome');
    return sending(account, { ...mail, notices, attempt: mail.attempt + 1 });
  });
}

/** What no mail to this account tells, but for those that did not come through. */
function unmailed(
  state: StaffMails,
  standing: readonly StandingNotice[],
  inVain: readonly StaffMail[] = [],
): StandingNotice[] {
  const mailed = new Set(
    Object.values(state.mails)
      .filter((mail) => mail.state !== 'suppressed' && !inVain.includes(mail))
      .flatMap(({ notices }) => notices),
  );
  return standing.filter(({ key }) => !mailed.has(key));
}

/** In one order, so that the same notices make the same Message-ID. */
const keysOf = (notices: readonly StandingNotice[], wanted: (notice: StandingNotice) => boolean): string[] =>
  notices
    .filter(wanted)
    .map(({ key }) => key)
    .sort();

const sending = (
  account: string,
  { key: mail, kind, day, notices, attempt }: Pick<StaffMail, 'key' | 'kind' | 'day' | 'notices' | 'attempt'>,
): StaffMailEvent => ({ type: 'StaffMailSending', plain: { account, mail, kind, day, notices, attempt } });

const suppressed = (
  account: string,
  { key: mail, day }: { key: string; day: Day },
  why: 'overtaken' | 'no_longer_due',
): StaffMailEvent => ({ type: 'StaffMailSuppressed', plain: { account, mail, day, why } });

const failed = (account: string, { key: mail, day }: StaffMail, why: string): StaffMailEvent => ({
  type: 'StaffMailFailed',
  plain: { account, mail, day, why },
});
