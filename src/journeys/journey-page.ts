import type { Account } from '../http/ports.js';
import { placedConditions, valuesFrom, whereAll, type Value } from './conditions.js';
import { flowConditions } from './flow-conditions.js';
import { surroundingColumns } from './journey-surroundings.js';
import type { ListQuery } from './journey-list.js';
import { rowOfJourneyColumns } from './opened-states.js';

/** Journeys that the directory has found, each with what it sorts by first. */
export interface Found {
  ids: string[];
  ranks: number[];
}

/** Where a page of the list ended. */
export interface Place {
  sort: string;
  key: string;
  id: string;
}

/** The orders that the database knows; `found` is that of what it is given. */
export type SqlSort = 'nextDue' | 'phase' | 'commune' | 'severity' | 'lastContactOn' | 'found';

/** What a page is found by. */
export interface AskedPage {
  query: ListQuery;
  sort: SqlSort;
  account: Account;
  limit: number;
  after: Place | undefined;
  found: Found | undefined;
  /** The phases in their order. */
  phases: readonly string[];
}

/**
 * The statement of one page. What is not asked for is no condition, so that an index can serve what is. The page is
 * found first; only its journeys' states are read.
 */
export function pageStatement(asked: AskedPage): { text: string; values: unknown[] } {
  const { values, value } = valuesFrom();
  const { account, found, after, limit } = asked;
  const seen = seenInFull(account, value);
  const order = orderOf(asked, seen, value);
  const conditions = conditionsOf(asked, seen, value);
  if (after) {
    conditions.push(`(${order.by}, j.id) > (${value(after.key, order.type)}, ${value(after.id, 'uuid')})`);
  }
  const finds =
    found &&
    `JOIN unnest(${value(found.ids, 'uuid[]')}, ${value(found.ranks, 'int[]')}) AS f(id, rank) ON f.id = j.id`;
  const text = `
    WITH page AS MATERIALIZED (
      SELECT j.id, ${order.by} AS place FROM rm.journey j ${finds ?? ''}
       ${whereAll(conditions)}
       ORDER BY ${order.by}, j.id LIMIT ${value(limit, 'int')})
    SELECT ${rowOfJourneyColumns}, ${surroundingColumns}, due.day, due.rule,
           ${order.type === 'date' ? `to_char(page.place, 'YYYY-MM-DD')` : 'page.place'} AS key
      FROM page
      JOIN rm.journey j ON j.id = page.id
      LEFT JOIN access.account a ON a.id = j.coach_id
      LEFT JOIN LATERAL (
        SELECT d.due AS day, d.rule FROM rm.deadline d
         WHERE d.journey_id = j.id AND d.state IN ('open', 'missed') ORDER BY d.due, d.id LIMIT 1) due ON ${seen}
     ORDER BY page.place, page.id`;
  return { text, values };
}

/** A colleague's journey is found and sorted by nothing that the reader does not see of it. */
const seenInFull = ({ role, id }: Account, value: Value): string =>
  role === 'coach' ? `(j.coach_id IS NULL OR j.coach_id = ${value(id, 'uuid')})` : 'true';

/** Day behind every other. */
const never = `'9999-12-31'::date`;

function orderOf(
  { sort, account, found, phases }: AskedPage,
  seen: string,
  value: Value,
): { by: string; type: string } {
  const own = (column: string): string =>
    account.role === 'coach' ? `(CASE WHEN ${seen} THEN ${column} END)` : column;
  // as the index has it
  const due = `coalesce(${own('j.next_deadline')}, ${never})`;
  if (sort === 'nextDue' && !found) return { by: due, type: 'date' };
  // six digits, so that ranks sort as texts
  const rank = `lpad(f.rank::text, 6, '0')`;
  const texts: Record<SqlSort, () => string> = {
    found: () => rank,
    nextDue: () => `to_char(${due}, 'YYYY-MM-DD')`,
    phase: () => `lpad(coalesce(array_position(${value(phases, 'text[]')}, j.phase), 99)::text, 2, '0')`,
    commune: () => 'j.commune',
    // the gravest first
    severity: () => `(9 - coalesce(${own('j.worst_severity')}, 0))::text`,
    // whom nobody has spoken to for the longest, first
    lastContactOn: () => `coalesce(to_char(${own('j.last_contact_on')}, 'YYYY-MM-DD'), '0000-00-00')`,
  };
  const text = texts[sort]();
  return { by: `(${found && sort !== 'found' ? `${rank} || ${text}` : text}) COLLATE "C"`, type: 'text' };
}

function conditionsOf({ query, account }: AskedPage, seen: string, value: Value): string[] {
  const { open, phase, commune, coach, dueBefore, flagged, module } = query;
  const asked: (string | false)[] = [
    account.communes !== null &&
      `(j.commune = ANY(${value(account.communes, 'text[]')}) OR j.coach_id = ${value(account.role === 'coach' ? account.id : null, 'uuid')})`,
    open !== 'all' && `j.open = ${value(open === 'true', 'boolean')}`,
    phase !== undefined && `j.phase = ${value(phase, 'text')}`,
    ...placedConditions({ commune, coach: coach === 'me' ? account.email : coach }, value),
    dueBefore !== undefined &&
      `${seen} AND coalesce(j.next_deadline, ${never}) < ${value(dueBefore, 'date')}`,
    flagged !== undefined &&
      `${seen} AND (j.worst_severity IS NOT NULL) = ${value(flagged === 'true', 'boolean')}`,
    module !== undefined &&
      `${seen} AND j.standing->'modules' @> jsonb_build_array(jsonb_build_object('module', ${value(module, 'text')}))`,
    ...flowConditions(query, value).map((condition) => `${seen} AND ${condition}`),
  ];
  return asked.filter((condition) => condition !== false);
}
