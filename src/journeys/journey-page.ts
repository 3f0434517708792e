import { createHash } from 'node:crypto';
import type { Day } from '../../domain/time.js';
import type { Account } from '../http/ports.js';
import { valuesFrom, whereAll, type Value } from './conditions.js';
import { conditionsOf, never, seenInFull } from './journey-conditions.js';
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
export type SqlSort = 'nextDue' | 'phase' | 'commune' | 'severity' | 'lastContactOn' | 'paper' | 'found';

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
  /** The day from which weeks are counted. */
  today: Day;
}

/** A statement; one with a name is planned once per connection. */
interface Statement {
  name?: string;
  text: string;
  values: unknown[];
}

/**
 * The statement of one page. What is not asked for is no condition, so that an index can serve what is. The page is
 * found first; only its journeys' states are read.
 */
export function pageStatement(asked: AskedPage): Statement {
  const { values, value } = valuesFrom();
  const { query, account, today, found, after, limit } = asked;
  const seen = seenInFull(account, value);
  const order = orderOf(asked, seen, value);
  const conditions = conditionsOf({ filters: query, account, today }, () => seen, value);
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
  // journeys that are given have one good plan, whatever else is asked for: planning took half of the database's time
  return asked.sort === 'found' ? { name: nameOf(text), text, values } : { text, values };
}

const nameOf = (text: string): string =>
  `page-of-found-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;

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
    paper: () => `to_char(coalesce(${own('j.paper_until')}, ${never}), 'YYYY-MM-DD')`,
    // whom nobody has spoken to for the longest, first
    lastContactOn: () => `coalesce(to_char(${own('j.last_contact_on')}, 'YYYY-MM-DD'), '0000-00-00')`,
  };
  const text = texts[sort]();
  return { by: `(${found && sort !== 'found' ? `${rank} || ${text}` : text}) COLLATE "C"`, type: 'text' };
}
