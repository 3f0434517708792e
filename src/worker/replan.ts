import type { Sql } from '../database/sql.js';
import type { CommandRunner } from '../journeys/command-runner.js';
import type { Programmes } from '../programmes/programmes.js';
import { plannerVersion } from '../../domain/deadlines/plan.js';

const batchSize = 50;

/** Any number that nobody else uses in this database: of several workers one plans anew. */
export const replanLock = 0x706c616e;

/**
 * Plans journeys anew whose agenda was planned by an older planner, with older rules or other settings: people's
 * commands do so by themselves, this is for the others. Gives the number of rows looked at; 0 when none is left. One
 * worker at a time does it, and as long as it lives: of two with different rules each would undo the other's plans.
 */
export async function replanOutdated(
  sql: Sql,
  runner: CommandRunner,
  programmes: Programmes,
  generation: () => Promise<number>,
): Promise<number> {
  const { stamp, programme } = programmes.planning(programmes.current.key);
  const { rows } = await sql.query<{ id: string }>(
    `SELECT id FROM rm.journey
      WHERE programme = $1 AND agenda_stamp <> $2 AND planner_version <= $3 LIMIT $4`,
    [programme.key, stamp, plannerVersion, batchSize],
  );
  for (const { id } of rows) {
    const { events } = await runner.run(
      id,
      { type: 'CarryOutDue' },
      { actor: { kind: 'engine', id: 'engine' }, generation: await generation(), bulk: true },
    );
    // The plan is the same: there is nothing to record but that it was looked at.
    if (events.length === 0)
      await sql.query('UPDATE rm.journey SET agenda_stamp = $2 WHERE id = $1', [id, stamp]);
  }
  return rows.length;
}
