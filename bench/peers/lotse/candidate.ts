import pg from 'pg';
import { berlinDay } from '../../../domain/deadlines/berlin.js';
import { cpuSeconds } from '../../support/cpu.js';
import { Caller } from '../../support/http.js';
import { startMeasured } from '../../support/lotse.js';
import { importPeople, inventedRegister } from '../../support/people.js';
import { untilIdle } from '../../support/relay.js';
import { Standings } from '../../support/standings.js';
import type { StartCandidates } from '../candidate.js';

/** As often as the peers are looked at. */
const lookEveryMs = 20;

/** Lotse as the README starts it, but on the PostgreSQL that all share. */
export const startLotse: StartCandidates = async ({ postgres }) => {
  const lotse = await startMeasured({ DATABASE_URL: postgres.url, DATABASE_ADMIN_URL: postgres.adminUrl });
  const { run, token } = lotse;
  const db = new pg.Pool({ connectionString: run.databaseAdminUrl, max: 2 });
  const standings = await Standings.of(run, db);
  const caller = new Caller(run.url, token);
  return {
    candidates: [
      {
        name: '',
        caller,
        async open(count) {
          const register = inventedRegister(count, berlinDay(new Date().toISOString()));
          const ids = await importPeople(caller, register);
          await untilIdle(db);
          await standings.untilAtEase(ids);
          return ids;
        },
        async untilDrained() {
          await untilIdle(db, lookEveryMs);
          await standings.untilSettled(); // told is not yet set
        },
        cpu() {
          const { API, worker, Temporal, supervisor } = cpuSeconds(run.pid);
          return { API, worker, Temporal, supervisor };
        },
      },
    ],
    async stop() {
      caller.close();
      await standings.close();
      await db.end();
      await lotse.remove();
    },
  };
};
