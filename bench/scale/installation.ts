import pg from 'pg';
import { emailOfCoach } from '../generator/coaches.js';
import { fill, type Filled, type Wanted } from '../generator/fill.js';
import { Caller } from '../support/http.js';
import { startMeasured, type MeasuredLotse } from '../support/lotse.js';

/** A Lotse that was filled before its first start, and who calls it. */
export interface Installation {
  lotse: MeasuredLotse;
  filled: Filled;
  coordinator: Caller;
  /** Of one commune, with a caseload like any other's. */
  coach: Caller;
  /** As the database's owner: for what no caller may do. */
  db: pg.Pool;
  remove(): Promise<void>;
}

/** The commune in which the calling coach works. */
const communeOfCoach = 'stolberg';

/** Fills one and starts it. */
export async function startFilled(wanted: Wanted): Promise<Installation> {
  let filled: Filled | undefined;
  const lotse = await startMeasured({}, async (dataDir) => {
    filled = await fill(dataDir, wanted);
  });
  if (!filled) throw new Error('Nothing was filled in');
  const { run, token, cli } = lotse;
  const tokenOfCoach = await cli('token', 'create', '--user', emailOfCoach(communeOfCoach, 1));
  const [coordinator, coach] = [new Caller(run.url, token), new Caller(run.url, tokenOfCoach.trim())];
  const db = new pg.Pool({ connectionString: run.databaseAdminUrl, max: 2 });
  const remove = async (): Promise<void> => {
    coordinator.close();
    coach.close();
    await db.end();
    await lotse.remove();
  };
  return { lotse, filled, coordinator, coach, db, remove };
}

/** So many open journeys whose plan can be reviewed, from all over the database. */
export async function plannedJourneys({ db }: Pick<Installation, 'db'>, count: number): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT id FROM rm.journey WHERE open AND phase IN ('planned', 'in_support') ORDER BY md5(id::text) LIMIT $1`,
    [count],
  );
  return rows.map(({ id }) => id);
}
