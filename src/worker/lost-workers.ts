import type { Sql } from '../database/sql.js';
import { repeat } from '../repeat.js';

const everyMs = 5000;
/** Two looks missed: whoever lives has been there since. */
const missedSeconds = 12;
/** After so long an end is forgotten. */
const rememberedSeconds = 600;

/** Knows of workers that ended within the last ten minutes. */
export interface LostWorkers {
  /** Whether one of them ended without having said so, killed or crashed, as of some seconds ago. */
  areThere: () => boolean;
  /** The identities of all that ended. */
  gone: () => readonly string[];
  /** Says that this worker ends of itself. */
  leave(): Promise<void>;
}

/**
 * Keeps saying that this worker lives, and sees who does not any more. Any number may do so on one database.
 * @param self this worker's identity, which no other one has or had
 */
export function watchLostWorkers(sql: Sql, self: string): LostWorkers {
  let seen: Seen = { lost: false, gone: [] };
  const look = async (): Promise<void> => {
    const { rows } = await sql.query<Seen>({ name: 'lost-workers', text: lookStatement, values: [self] });
    if (rows[0]) [seen] = rows;
  };
  // a database that is away is in the health page anyway
  const looking = repeat(() => look().catch(() => undefined), everyMs);
  return {
    areThere: () => seen.lost,
    gone: () => seen.gone,
    async leave() {
      await looking.stop();
      await sql.query(leaveStatement, [self]).catch(() => undefined); // it is taken for dead, which does no harm
    },
  };
}

interface Seen {
  lost: boolean;
  gone: readonly string[];
}

/** Stands before the identity of one that has said that it ends. */
const left = 'left ';

const leaveStatement = `
  UPDATE rm.heartbeat
     SET detail = (detail - $1::text) || jsonb_build_object('${left}' || $1::text, extract(epoch FROM now()))
   WHERE part = 'workers'`;

/** $1 this worker's identity. One row holds when each was last there; those of long ago are left out. */
const lookStatement = `
  WITH looked AS (
    INSERT INTO rm.heartbeat AS h (part, at, detail)
    SELECT 'workers', now(), jsonb_build_object($1::text, extract(epoch FROM now()))
    ON CONFLICT (part) DO UPDATE SET at = excluded.at, detail = excluded.detail ||
      (SELECT coalesce(jsonb_object_agg(w.key, w.value), '{}') FROM jsonb_each(h.detail) w
        WHERE w.key <> $1::text AND w.value::numeric > extract(epoch FROM now()) - ${rememberedSeconds})
    RETURNING detail),
  each AS (
    SELECT key AS identity, key LIKE '${left}%' AS has_left,
           value::numeric < extract(epoch FROM now()) - ${missedSeconds} AS is_silent
      FROM looked, jsonb_each(detail))
  SELECT coalesce(bool_or(is_silent AND NOT has_left), false) AS lost,
         coalesce(array_agg(regexp_replace(identity, '^${left}', '')) FILTER (WHERE is_silent OR has_left), '{}') AS gone
    FROM each`;
