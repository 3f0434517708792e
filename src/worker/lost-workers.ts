import { randomUUID } from 'node:crypto';
import type { Sql } from '../database/sql.js';
import { repeat } from '../repeat.js';

const everyMs = 5000;
/** Two looks missed: whoever lives has been there since. */
const missedSeconds = 12;
/** After so long a death is forgotten. */
const rememberedSeconds = 600;

/** Knows of workers that ended without having said so, killed or crashed, within the last ten minutes. */
export interface LostWorkers {
  /** Whether there was one, as of some seconds ago. */
  areThere: () => boolean;
  /** Says that this worker ends of itself. */
  leave(): Promise<void>;
}

/** Keeps saying that this worker lives, and sees who does not any more. Any number may do so on one database. */
export function watchLostWorkers(sql: Sql): LostWorkers {
  const self = randomUUID();
  let found = false;
  const look = async (): Promise<void> => {
    const { rows } = await sql.query<{ lost: boolean }>({
      name: 'lost-workers',
      text: lookStatement,
      values: [self],
    });
    found = rows[0]?.lost === true;
  };
  // a database that is away is in the health page anyway
  const looking = repeat(() => look().catch(() => undefined), everyMs);
  return {
    areThere: () => found,
    async leave() {
      await looking.stop();
      const left = `UPDATE rm.heartbeat SET detail = detail - $1 WHERE part = 'workers'`;
      await sql.query(left, [self]).catch(() => undefined); // it is taken for dead, which does no harm
    },
  };
}

/** $1 this worker's id. One row holds when each was last there; those of long ago are left out. */
const lookStatement = `
  INSERT INTO rm.heartbeat AS h (part, at, detail)
  SELECT 'workers', now(), jsonb_build_object($1::text, extract(epoch FROM now()))
  ON CONFLICT (part) DO UPDATE SET at = excluded.at, detail = excluded.detail ||
    (SELECT coalesce(jsonb_object_agg(w.key, w.value), '{}') FROM jsonb_each(h.detail) w
      WHERE w.key <> $1::text AND w.value::numeric > extract(epoch FROM now()) - ${rememberedSeconds})
  RETURNING EXISTS (SELECT FROM jsonb_each(h.detail) w
                     WHERE w.value::numeric < extract(epoch FROM now()) - ${missedSeconds}) AS lost`;
