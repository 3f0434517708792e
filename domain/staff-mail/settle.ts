import { nextOfficeInstant } from '../deadlines/staff-hours.js';
import { later } from '../deadlines/windows.js';
import { maximumAttempts, waitAfter, type SettleMessage } from '../journey/commands/send-message.js';
import type { StaffMailContext } from './claim.js';
import type { StaffMailEvent } from './events.js';
import type { StaffMails } from './state.js';

/** What became of a claimed mail. */
export interface SettleStaffMail {
  mail: string;
  attempt: number;
  outcome: SettleMessage['outcome'];
}

/** Records the outcome of the claim that is under way; a late outcome of an older claim says nothing new. */
export function settleStaffMail(
  state: StaffMails,
  { mail: key, attempt, outcome }: SettleStaffMail,
  { account, now, windows }: Pick<StaffMailContext, 'account' | 'now' | 'windows'>,
): StaffMailEvent[] {
  const known = state.mails[key];
  if (known?.state !== 'sending' || (known.attempt !== attempt && outcome.state !== 'sent')) return [];
  const plain = { account, mail: key, day: known.day };
  if (outcome.state === 'sent')
    return [{ type: 'StaffMailSent', plain: { ...plain, ...(outcome.why && { why: outcome.why }) } }];
  const { why } = outcome;
  if (outcome.state === 'failed' || attempt >= maximumAttempts)
    return [{ type: 'StaffMailFailed', plain: { ...plain, why } }];
  const until = nextOfficeInstant(later(now, waitAfter(attempt)), windows);
  return [{ type: 'StaffMailDeferred', plain: { ...plain, attempt, until, why } }];
}
