import { berlinDay } from '../../domain/deadlines/berlin.js';
import { isOfficeHour, morningOf } from '../../domain/deadlines/staff-hours.js';
import type { Windows } from '../../domain/deadlines/windows.js';
import type { Instant } from '../../domain/time.js';
import type { DueStaffMail } from '../../activities/ports.js';
import type { Sql } from '../database/sql.js';
import { noticesByRecipient, unmailedNotices } from './recipients.js';

/** Whose mail has to be looked at now, the mornings' first; nobody's outside of office hours. */
export async function dueMails(sql: Sql, now: Instant, windows: Windows): Promise<DueStaffMail[]> {
  if (!isOfficeHour(now, windows)) return [];
  const day = berlinDay(now);
  const { rows } = await sql.query<DueStaffMail>({
    name: 'due-staff-mails',
    text: `
      WITH unmailed AS (${unmailedNotices}),
      had_morning AS (SELECT account_id FROM rm.staff_mail WHERE kind = 'morning' AND day = $2)
      SELECT account, kind FROM (
        SELECT account_id AS account, 'morning' AS kind FROM unmailed
         WHERE $4::boolean AND queued_at <= $3 AND account_id NOT IN (SELECT account_id FROM had_morning)
        UNION ALL
        SELECT m.account_id, 'morning' FROM rm.staff_mail m JOIN (${noticesByRecipient}) r
            ON r.key = m.key AND r.account_id = m.account_id
         WHERE $4 AND m.state = 'failed' AND m.day < $2 AND m.account_id NOT IN (SELECT account_id FROM had_morning)
        UNION ALL
        SELECT account_id, 'again' FROM rm.staff_mail WHERE again_at <= $1
        UNION ALL
        SELECT account_id, 'at_once' FROM unmailed
         WHERE NOT $4 OR (urgent AND (queued_at > $3 OR account_id IN (SELECT account_id FROM had_morning)))) due
       GROUP BY account, kind
       ORDER BY array_position(ARRAY['morning', 'again', 'at_once'], kind), account`,
    values: [now, day, morningOf(day), windows.quietHours],
  });
  return rows;
}

/** The keys of what can't wait for a morning and has not been mailed; none outside of office hours. */
export async function urgentNotices(sql: Sql, now: Instant, windows: Windows): Promise<string[]> {
  if (!isOfficeHour(now, windows)) return [];
  const { rows } = await sql.query<{ key: string }>({
    name: 'urgent-notices',
    text: `SELECT DISTINCT key FROM (${unmailedNotices}) unmailed WHERE urgent OR NOT $1::boolean`,
    values: [windows.quietHours],
  });
  return rows.map(({ key }) => key);
}

/** The earliest instant at which a mail without an outcome is due again. */
export async function nextAgain(sql: Sql): Promise<Instant | null> {
  const { rows } = await sql.query<{ at: Instant | null }>('SELECT min(again_at) AS at FROM rm.staff_mail');
  return rows[0]?.at ?? null;
}

/**
 * Notes which notices everybody has been told of whom they are for: whoever comes to be responsible later finds them
 * in the lists, and is not written to about what was told before her time.
 */
export async function settleNotices(sql: Sql, now: Instant): Promise<void> {
  await sql.query({
    name: 'settle-staff-notices',
    text: `
      UPDATE rm.staff_notice s SET settled_at = $1
       WHERE s.settled_at IS NULL
         AND EXISTS (SELECT FROM rm.staff_mail m WHERE m.key = s.key AND m.state IN ('sent', 'failed'))
         AND NOT EXISTS (
           SELECT FROM (${noticesByRecipient}) r
            WHERE r.key = s.key AND NOT EXISTS (
              SELECT FROM rm.staff_mail m
               WHERE m.key = r.key AND m.account_id = r.account_id AND m.state IN ('sent', 'failed')))`,
    values: [now],
  });
}
