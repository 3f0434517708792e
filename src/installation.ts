import type { Sql } from './database/sql.js';

/** So long a generation that was read may be used: the append itself compares it again. */
const keptMs = 1000;

/** Who this installation is. */
export interface Installation {
  id: string;
  /** Which generation of the engine is the valid one; asked of the database at most once a second. */
  generation(): Promise<number>;
}

/** Reads the installation's id, which never changes, and watches its generation. */
export async function installationOf(sql: Sql): Promise<Installation> {
  let known = await readInstallation(sql);
  let until = performance.now() + keptMs;
  const generation = async (): Promise<number> => {
    if (performance.now() >= until) {
      known = await readInstallation(sql);
      until = performance.now() + keptMs;
    }
    return known.generation;
  };
  return { id: known.id, generation };
}

/** The id and the generation that is valid now. */
export async function readInstallation(sql: Sql): Promise<{ id: string; generation: number }> {
  const { rows } = await sql.query<{ id: string; generation: number }>(
    'SELECT id, generation FROM es.installation',
  );
  const [row] = rows;
  if (!row) throw new Error('The database has no row in es.installation');
  return row;
}
