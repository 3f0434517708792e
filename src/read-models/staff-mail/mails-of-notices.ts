import type { Instant } from '../../../domain/time.js';
import type { Sql } from '../../database/sql.js';

/** How far the mail to one account has come that tells a notice. */
export interface MailOfNotice {
  messageId: string;
  state: 'sending' | 'deferred' | 'sent' | 'failed';
  since: Instant;
  why: string | null;
}

/** The mails by the notice that they tell, one for each account. */
export type MailsOfNotices = ReadonlyMap<string, readonly MailOfNotice[]>;

export const noMails: MailsOfNotices = new Map();

/** In which mails these notices are told. */
export async function mailsOfNotices(sql: Sql, keys: readonly string[]): Promise<MailsOfNotices> {
  if (keys.length === 0) return noMails;
  const { rows } = await sql.query<MailOfNotice & { key: string }>({
    name: 'mails-of-notices',
    text: `SELECT key, message_id AS "messageId", state, since, why FROM rm.staff_mail
            WHERE key = ANY ($1) ORDER BY account_id`,
    values: [keys],
  });
  const told = new Map<string, MailOfNotice[]>();
  for (const { key, ...mail } of rows) told.set(key, [...(told.get(key) ?? []), mail]);
  return told;
}
