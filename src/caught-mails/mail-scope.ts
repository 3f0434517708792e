import type { Sql } from '../database/sql.js';
import { accessTo } from '../http/guards/access-to.js';
import type { Account, JourneyInScope } from '../http/ports.js';
import { messageId } from '../read-models/message/message.js';

/**
 * Which of these deliveries an account may read. The log knows what a mail was about, and to which account it went; the
 * address in it decides nothing, for anybody can write any address.
 */
export async function readableBy(account: Account, ids: readonly string[], sql: Sql): Promise<Set<string>> {
  if (account.role === 'coordinator' && account.communes === null) return new Set(ids);
  const keys = ids.map(keyOf);
  const ofJourneys = await messagesInFull(account, keys, sql);
  const toHer = await mailsTo(account, keys, sql);
  return new Set(ids.filter((id) => ofJourneys.has(messageId(keyOf(id))) || toHer.has(keyOf(id))));
}

/** A message's key stands before the @ of its message id. */
const keyOf = (id: string): string => id.split('@', 1)[0] ?? id;

/** The messages to participants whose journeys she sees in full. */
async function messagesInFull(account: Account, keys: readonly string[], sql: Sql): Promise<Set<string>> {
  const { rows } = await sql.query<JourneyInScope & { id: string }>({
    name: 'journeys-of-caught-mails',
    text: `SELECT m.id, j.commune, j.coach_id AS "coachId"
             FROM rm.message m JOIN rm.journey j ON j.id = m.journey_id
            WHERE m.id = ANY ($1::uuid[]) AND m.recipient = 'participant'`,
    values: [keys.map(messageId)],
  });
  return new Set(rows.filter((journey) => accessTo(account, journey) === 'full').map(({ id }) => id));
}

/** The mails that were sent to this account. */
async function mailsTo({ id }: Account, keys: readonly string[], sql: Sql): Promise<Set<string>> {
  const { rows } = await sql.query<{ key: string }>({
    name: 'caught-mails-to-account',
    text: `SELECT DISTINCT data->>'mail' AS key FROM es.event
            WHERE stream_id = $1 AND type = 'StaffMailSending' AND data->>'mail' = ANY ($2)`,
    values: [id, keys],
  });
  return new Set(rows.map(({ key }) => key));
}
