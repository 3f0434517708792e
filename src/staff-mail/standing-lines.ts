import { reasonOf } from '../../domain/staff-mail/reason.js';
import type { StandingNotice } from '../../domain/staff-mail/claim.js';
import type { StaffMails } from '../../domain/staff-mail/state.js';
import type { JourneyState } from '../../domain/journey/state.js';
import type { Instant } from '../../domain/time.js';
import type { Sql } from '../database/sql.js';
import { openStoredState, storedStateColumns, type StoredState } from '../journeys/loaded-journey.js';
import type { Programmes } from '../programmes/programmes.js';
import { lineOf, type NoticeLine } from './lines.js';
import { noticesByRecipient } from './recipients.js';

/** A notice that is for the account and stands, and the line that tells it. */
export interface StandingLine extends StandingNotice {
  line: NoticeLine;
}

interface Row {
  key: string;
  journey: string;
  urgent: boolean;
  queuedAt: Instant;
}

/** So many journeys are opened at once. */
const pageSize = 200;

/**
 * What may be told to an account now: what nobody has been told of in full, and what its own mails tell that have not come
 * through; of
 * these only what stands, judged by each journey as it is now.
 */
export async function standingLines(
  parts: { sql: Sql; wrapping: Buffer; programmes: Programmes },
  account: string,
  { mails }: StaffMails,
): Promise<StandingLine[]> {
  const unfinished = Object.values(mails)
    .filter(({ state }) => state !== 'sent' && state !== 'suppressed')
    .flatMap(({ notices }) => notices);
  const { rows } = await parts.sql.query<Row>({
    name: 'notices-of-account',
    text: `SELECT r.key, r.journey_id AS journey, r.urgent, r.queued_at AS "queuedAt"
             FROM (${noticesByRecipient}) r
            WHERE r.account_id = $1 AND (r.settled_at IS NULL OR r.key = ANY ($2))`,
    values: [account, unfinished],
  });
  const states = await openJourneys(parts.sql, parts.wrapping, [
    ...new Set(rows.map(({ journey }) => journey)),
  ]);
  return rows.flatMap(({ key, journey, urgent, queuedAt }) => {
    const state = states.get(journey);
    const notice = state?.plain.notices[key];
    const reason = state && notice && reasonOf(state, notice);
    if (!reason) return [];
    const programme = parts.programmes.of(state.plain.programme);
    return [{ key, urgent, queuedAt, line: lineOf(state, reason, programme) }];
  });
}

async function openJourneys(sql: Sql, wrapping: Buffer, ids: string[]): Promise<Map<string, JourneyState>> {
  const states = new Map<string, JourneyState>();
  for (let from = 0; from < ids.length; from += pageSize) {
    const { rows } = await sql.query<StoredState>({
      name: 'journeys-of-notices',
      text: `SELECT ${storedStateColumns} FROM rm.journey j WHERE j.id = ANY ($1::uuid[])`,
      values: [ids.slice(from, from + pageSize)],
    });
    for (const row of rows) {
      const { state } = await openStoredState(sql, wrapping, row);
      states.set(state.plain.journey, state);
    }
  }
  return states;
}
