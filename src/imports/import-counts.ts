import type { ImportCounts } from '../../contract/routes/imports.js';
import type { Clock } from '../clock/clock.js';
import type { Sql } from '../database/sql.js';
import type { Account } from '../http/ports.js';
import {
  cursorAt,
  isInstant,
  isItemPlace,
  placeOf,
  type ItemPlace,
  type Page,
  type Paging,
} from '../journeys/paging.js';

/** An import as far as it has come, and whose it is. */
export interface CountedImport {
  accountId: string;
  counts: ImportCounts;
}

interface Row extends Omit<ImportCounts, 'at'> {
  accountId: string;
  createdAt: string;
  place: string;
}

/** An instant of the database's to its last digit: a cursor names it. */
const place = `to_char(i.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const columns = `
  i.id, i.account_id AS "accountId", i.state, i.dry_run AS "dryRun", i.basis, a.name AS by, i.created_at AS "createdAt",
  ${place} AS place, i.line_count AS rows, o.*`;

/** Of an import's parts only the counters are read: their rows are sealed, and many. */
const tables = `
  imports.import i
  JOIN access.account a ON a.id = i.account_id
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(opened), 0)::int AS opened, coalesce(sum(updated), 0)::int AS updated,
           coalesce(sum(unchanged), 0)::int AS unchanged, coalesce(sum(rejected), 0)::int AS rejected
      FROM imports.outcome WHERE import_id = i.id) o`;

/** Whether somebody sees every import: a part of the region shows nobody what another part has let in. */
const seesAll = ({ role, communes }: Account): boolean => role === 'admin' || communes === null;

/** Whether an import is one of those that somebody may look at: her own, or all. */
export const maySeeImport = (account: Account, owner: string): boolean =>
  owner === account.id || seesAll(account);

/** How far an import has come; `undefined` where there is none, or it is older than 30 days. */
export async function countsOf(sql: Sql, clock: Clock, id: string): Promise<CountedImport | undefined> {
  const { rows } = await sql.query<Row>(`SELECT ${columns} FROM ${tables} WHERE i.id = $1`, [id]);
  const [row] = rows;
  return row && { accountId: row.accountId, counts: await shown(row, clock) };
}

/**
 * The imports that somebody may look at, the newest first.
 * @throws Problem 422 for a cursor of another list
 */
export async function pageOfImports(
  sql: Sql,
  clock: Clock,
  account: Account,
  { limit, cursor }: Paging,
): Promise<Page<ImportCounts>> {
  const after = placeOf(cursor, isPlace);
  const { rows } = await sql.query<Row>(
    `SELECT ${columns} FROM ${tables}
      WHERE ($1::uuid IS NULL OR i.account_id = $1)
        AND ($2::timestamptz IS NULL OR (i.created_at, i.id) < ($2::timestamptz, $3::uuid))
      ORDER BY i.created_at DESC, i.id DESC LIMIT $4`,
    [seesAll(account) ? null : account.id, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: await Promise.all(page.map((row) => shown(row, clock))),
    nextCursor: last && rows.length > limit ? cursorAt([last.place, last.id]) : null,
  };
}

const isPlace = (value: unknown): value is ItemPlace => isItemPlace(value) && isInstant(value[0]);

async function shown(row: Row, clock: Clock): Promise<ImportCounts> {
  const { id, state, dryRun, basis, by, rows, opened, updated, unchanged, rejected, createdAt } = row;
  const at = await clock.at(createdAt);
  return { id, state, dryRun, basis, by, at, rows, opened, updated, unchanged, rejected };
}
