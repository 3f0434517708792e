import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What nobody asks by as a whole, and what takes most of the room: to sample it, PostgreSQL fetched it row by row. */
const neverAskedBy: Readonly<Record<string, readonly string[]>> = {
  'es.event': ['data', 'sealed', 'actor', 'hash'],
  'rm.journey': ['state_plain', 'state_sealed', 'standing'],
};

/** No statistics of those columns: `ANALYZE` of them took 4 percent of two cores for ten seconds (docs/performance.md). */
export class Statistics1795471200025 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return setStatistics(runner, 0);
  }

  down(runner: QueryRunner): Promise<void> {
    return setStatistics(runner, -1); // as the whole database has it
  }
}

async function setStatistics(runner: QueryRunner, target: number): Promise<void> {
  for (const [table, columns] of Object.entries(neverAskedBy)) {
    const each = columns.map((column) => `ALTER COLUMN ${column} SET STATISTICS ${target}`);
    await runner.query(`ALTER TABLE ${table} ${each.join(', ')}`);
  }
}
