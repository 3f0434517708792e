import { ConfigError } from '../config/config-error.js';
import type { Sql } from '../database/sql.js';
import { everyKind } from './upcast.js';

interface Kind {
  type: string;
  version: number;
}

const ours: Kind[] = Object.entries(everyKind).flatMap(([type, versions]) =>
  versions.map((version) => ({ type, version })),
);

/**
 * Refuses to start on a log that holds events which this version can't read, and notes which kinds it may write
 * itself. Appends know nothing of it; the log is looked through only where a newer version has run before.
 * @throws ConfigError naming the kind of event
 */
export async function refuseUnreadableLog(sql: Sql): Promise<void> {
  const { rows } = await sql.query<Kind>('SELECT type, schema_version AS version FROM es.event_kind');
  const isOurs = ({ type, version }: Kind): boolean =>
    ours.some((known) => known.type === type && known.version === version);
  for (const kind of rows.filter((kind) => !isOurs(kind))) {
    if (await isInLog(sql, kind)) throw unreadable(kind);
  }
  await sql.query(
    `INSERT INTO es.event_kind (type, schema_version)
     SELECT * FROM unnest($1::text[], $2::smallint[]) ON CONFLICT DO NOTHING`,
    [ours.map(({ type }) => type), ours.map(({ version }) => version)],
  );
}

async function isInLog(sql: Sql, { type, version }: Kind): Promise<boolean> {
  const { rows } = await sql.query('SELECT 1 FROM es.event WHERE type = $1 AND schema_version = $2 LIMIT 1', [
    type,
    version,
  ]);
  return rows.length > 0;
}

const unreadable = ({ type, version }: Kind): ConfigError =>
  new ConfigError(
    `The log of DATABASE_URL holds ${type} of schema version ${version}, which this version of Lotse can't read; ` +
      'start the one that wrote it, or a newer one.',
  );
