import type { Sql } from '../database/sql.js';
import type { CommandRunner } from '../journeys/command-runner.js';
import { plannerVersion } from '../../domain/deadlines/plan.js';
import { StreamHealer } from '../read-models/rebuild/heal-streams.js';
import type { Head } from '../read-models/rebuild/healing.js';
import { journeyHealing } from '../read-models/rebuild/journeys.js';
import { journeyModels } from '../read-models/rebuild/names.js';
import type { RebuildParts } from '../read-models/rebuild/rebuild.js';

const batchSize = 50;

/** Any number that nobody else uses in this database: of several workers one plans anew. */
export const replanLock = 0x706c616e;

/**
 * Plans journeys anew whose agenda was planned by an older planner, with older rules or other settings: people's
 * commands do so by themselves, this is for the others. Gives the number of rows looked at; 0 when none is left. One
 * worker at a time does it, and as long as it lives: of two with different rules each would undo the other's plans.
 */
export async function replanOutdated(parts: RebuildParts, runner: CommandRunner): Promise<number> {
  const { sql, programmes, generation } = parts;
  const { stamp, programme } = programmes.planning(programmes.current.key);
  const { rows } = await sql.query<{ id: string }>(
    `SELECT id FROM rm.journey
      WHERE programme = $1 AND agenda_stamp <> $2 AND planner_version <= $3 LIMIT $4`,
    [programme.key, stamp, plannerVersion, batchSize],
  );
  const unchanged: string[] = [];
  for (const { id } of rows) {
    const { events } = await runner.run(
      id,
      { type: 'CarryOutDue' },
      { actor: { kind: 'engine', id: 'engine' }, generation: await generation(), bulk: true },
    );
    if (events.length === 0) unchanged.push(id);
  }
  if (unchanged.length > 0) {
    await followDefinition(parts, unchanged);
    // The plan is the same: there is nothing to record but that it was looked at.
    await sql.query('UPDATE rm.journey SET agenda_stamp = $2 WHERE id = ANY($1::uuid[])', [unchanged, stamp]);
  }
  return rows.length;
}

/** Where the plan is the same, a phase may be another one for all that: a definition decides it too. */
async function followDefinition(parts: RebuildParts, ids: readonly string[]): Promise<void> {
  const healer = new StreamHealer(parts.sql, journeyHealing(parts, journeyModels, await parts.generation()));
  await healer.heal(await healer.read((sql) => headsOf(sql, ids)));
}

async function headsOf(sql: Sql, ids: readonly string[]): Promise<Head[]> {
  const { rows } = await sql.query<Head>({
    name: 'replan-heads',
    text: 'SELECT stream_id AS id, version FROM es.stream WHERE stream_id = ANY($1::uuid[])',
    values: [ids],
  });
  return rows;
}
