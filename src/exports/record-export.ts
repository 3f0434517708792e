import { randomUUID } from 'node:crypto';
import type { NewExport } from '../../contract/pages/exports.js';
import type { Instant } from '../../domain/time.js';
import type { Sql } from '../database/sql.js';
import type { Account } from '../http/ports.js';

/**
 * Puts down that a list leaves Lotse: who, when, for what, what was asked for and how many rows. A name that was searched for
 * is not kept, a coach by her account.
 */
export async function recordExport(
  sql: Sql,
  { id, role }: Account,
  { purpose, filter, q, sort, columns }: NewExport,
  { rows, at }: { rows: number; at: Instant },
): Promise<void> {
  const { coach, ...others } = filter;
  const isAddress = coach !== undefined && coach.includes('@');
  const asked = { ...others, ...(coach !== undefined && !isAddress && { coach }), sort };
  await sql.query(
    `INSERT INTO access.export (id, account_id, role, list, purpose, asked, searched, columns, rows, made_at)
     VALUES ($1, $2, $3, 'journeys', $4, $5::jsonb || coalesce(
              (SELECT jsonb_build_object('coach', a.id) FROM access.account a WHERE a.email = $6), '{}'),
             $7, $8, $9, $10)`,
    [
      randomUUID(),
      id,
      role,
      purpose,
      JSON.stringify(asked),
      isAddress ? coach : null,
      q !== undefined,
      columns,
      rows,
      at,
    ],
  );
}
