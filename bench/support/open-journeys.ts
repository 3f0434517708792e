import pg from 'pg';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import type { Day } from '../../domain/time.js';
import { Caller } from './http.js';
import { startMeasured, type MeasuredLotse } from './lotse.js';
import { importPeople, inventedRegister, type Validity } from './people.js';
import { untilIdle } from './relay.js';
import { Standings } from './standings.js';

/** A Lotse with open journeys, each with a workflow that stands, and what measures it. */
export interface OpenJourneys {
  lotse: MeasuredLotse;
  ids: string[];
  caller: Caller;
  db: pg.Pool;
  standings: Standings;
  close(): Promise<void>;
}

/** Another day than today's, and papers that are valid for other times than half a year. */
export interface Another {
  env: Readonly<Record<string, string>>;
  today: Day;
  validForDays: Validity;
}

/** Starts a Lotse and imports so many people; ready when the workflows are at ease. */
export async function openJourneys(count: number, another?: Another): Promise<OpenJourneys> {
  const lotse = await startMeasured(another?.env);
  const caller = new Caller(lotse.run.url, lotse.token);
  const db = new pg.Pool({ connectionString: lotse.run.databaseAdminUrl, max: 4 });
  db.on('error', () => undefined); // it goes with its server
  const standings = await Standings.of(lotse.run, db);
  const close = async (): Promise<void> => {
    caller.close();
    await standings.close();
    await db.end();
    await lotse.remove();
  };
  try {
    const today = another?.today ?? berlinDay(new Date().toISOString());
    const ids = await importPeople(caller, inventedRegister(count, today, another?.validForDays));
    await untilIdle(db);
    await standings.untilAtEase(ids);
    return { lotse, ids, caller, db, standings, close };
  } catch (error) {
    await close();
    throw error;
  }
}
