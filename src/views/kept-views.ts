import type { NewView, View } from '../../contract/pages/views.js';
import type { Sql } from '../database/sql.js';
import type { Account } from '../http/ports.js';

/** A view as it lies in its row; a coach is named by her account. */
export interface KeptView extends Omit<NewView, 'filters'> {
  id: string;
  accountId: string;
  ownerName: string;
  filters: View['filters'];
}

interface Row extends Omit<KeptView, 'filters' | 'columns' | 'sort'> {
  asked: Pick<KeptView, 'filters' | 'columns' | 'sort'>;
  /** Of the coach whom it filters by. */
  coach: string | null;
}

const columns = `
  v.id, v.account_id AS "accountId", o.name AS "ownerName", v.name, v.shared_with AS "sharedWith", v.asked,
  c.email AS coach
  FROM access.view v
  JOIN access.account o ON o.id = v.account_id
  LEFT JOIN access.account c ON c.id = (v.asked->>'coach')::uuid`;

/** Every view that the account sees: her own, and what is shared with her; one of them, where an id is given. */
export async function readViews(sql: Sql, { id, role }: Account, view?: string): Promise<KeptView[]> {
  const shared = role === 'coordinator' ? ['all', 'coordination'] : ['all'];
  const { rows } = await sql.query<Row>(
    `SELECT ${columns}
      WHERE (v.account_id = $1 OR v.shared_with = ANY($2)) AND ($3::uuid IS NULL OR v.id = $3)
      ORDER BY v.created_at, v.id`,
    [id, shared, view ?? null],
  );
  return rows.map(({ asked: { filters, columns: shown, sort }, coach, ...row }) => ({
    ...row,
    filters: named(filters, coach),
    columns: shown,
    sort,
  }));
}

const named = (filters: View['filters'], coach: string | null): View['filters'] =>
  coach === null ? filters : { ...filters, coach };

/** So many an account keeps: more are no help to anybody. */
export const mostViews = 50;

/** Writes a view, or writes over it. @returns whether there is still room for it */
export async function writeView(
  sql: Sql,
  id: string,
  accountId: string,
  { name, sharedWith, filters, columns: shown, sort }: NewView,
): Promise<boolean> {
  const { coach, ...others } = filters;
  const isAddress = coach !== undefined && coach.includes('@');
  const asked = { filters: isAddress ? others : filters, columns: shown, sort };
  const { rows } = await sql.query(
    `INSERT INTO access.view AS v (id, account_id, name, shared_with, asked)
     SELECT $1, $2, $3, $4, $5::jsonb || coalesce(
              (SELECT jsonb_build_object('coach', a.id) FROM access.account a WHERE a.email = $6), '{}')
      WHERE (SELECT count(*) FROM access.view o WHERE o.account_id = $2 AND o.id <> $1) < ${mostViews}
     ON CONFLICT (id) DO UPDATE
       SET name = excluded.name, shared_with = excluded.shared_with, asked = excluded.asked
     RETURNING 1`,
    [id, accountId, name, sharedWith, JSON.stringify(asked), isAddress ? coach : null],
  );
  return rows.length > 0;
}

/** Deletes a view of the account's. @returns whether there was one */
export async function deleteView(sql: Sql, id: string, accountId: string): Promise<boolean> {
  const text = 'DELETE FROM access.view WHERE id = $1 AND account_id = $2 RETURNING 1';
  const { rows } = await sql.query(text, [id, accountId]);
  return rows.length > 0;
}
