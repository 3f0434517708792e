/**
 * A query for every notice with each account whom it is for now, `account_id`: the journey's coach; where it has none,
 * or a disabled one, like what is for coordinators: those whose communes hold the journey's (none named: the whole
 * region). Disabled accounts get nothing.
 */
export const noticesByRecipient = `
  SELECT n.*, a.id AS account_id
    FROM rm.staff_notice n
    JOIN rm.journey j ON j.id = n.journey_id
    LEFT JOIN access.account c ON n.recipient = 'coach' AND c.id = j.coach_id AND c.disabled_at IS NULL
    JOIN access.account a
      ON CASE WHEN c.id IS NOT NULL THEN a.id = c.id
              ELSE a.role = 'coordinator' AND a.disabled_at IS NULL
                   AND (a.communes IS NULL OR j.commune = ANY (a.communes)) END`;

/** The same of those that nobody has been told of in full, but for accounts that have a mail of theirs. */
export const unmailedNotices = `
  SELECT u.* FROM (${noticesByRecipient} WHERE n.settled_at IS NULL) u
   WHERE NOT EXISTS (SELECT FROM rm.staff_mail m WHERE m.key = u.key AND m.account_id = u.account_id)`;
