import type { StaffMailKind } from '../../../domain/staff-mail/events.js';
import { againAt, type StaffMails } from '../../../domain/staff-mail/state.js';
import type { Day, Instant } from '../../../domain/time.js';

/** In which mail an account is told of a notice, and how far that has come. */
export interface StaffMailRow {
  key: string;
  account_id: string;
  message_id: string;
  kind: StaffMailKind;
  day: Day;
  state: string;
  since: Instant;
  again_at: Instant | null;
  why: string | null;
}

/** The rows of an account's mails; of those that were given up none is left. A pure function of the folded stream. */
export function staffMailRows(account: string, { mails }: StaffMails): StaffMailRow[] {
  const rows = Object.values(mails)
    .filter(({ state }) => state !== 'suppressed')
    .flatMap((mail) =>
      mail.notices.map((notice): [string, StaffMailRow] => [
        notice,
        {
          key: notice,
          account_id: account,
          message_id: mail.key,
          kind: mail.kind,
          day: mail.day,
          state: mail.state,
          since: mail.since,
          again_at: againAt(mail) ?? null,
          why: mail.why ?? null,
        },
      ]),
    );
  return [...new Map(rows).values()];
}

/**
 * Common table expressions that make the rows of some mails of `$account` these `$rows`; `$mails` names the mails that
 * have changed. They join `appended`, which is empty where nothing was appended.
 */
export const writeStaffMail = `
    staff_mail_gone AS (
      DELETE FROM rm.staff_mail m USING appended
       WHERE m.account_id = $account AND m.message_id = ANY ($mails)
         AND NOT m.key IN (SELECT r->>'key' FROM jsonb_array_elements($rows) r)),
    staff_mail_written AS (
      INSERT INTO rm.staff_mail
      SELECT r.* FROM appended, jsonb_populate_recordset(NULL::rm.staff_mail, $rows) r
      ON CONFLICT (key, account_id) DO UPDATE
        SET message_id = excluded.message_id, kind = excluded.kind, day = excluded.day, state = excluded.state,
            since = excluded.since, again_at = excluded.again_at, why = excluded.why)`;
