import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { Caller } from '../../support/http.js';
import type { StartCandidates } from '../candidate.js';
import { treeSeconds } from '../cpu-of.js';
import { ownDatabase } from '../own-database.js';
import { openJourneys } from '../peer-journeys.js';
import { peerToken, startPeer } from '../peer-process.js';
import { prepareStore } from '../store/schema.js';

/** A workflow whose newest step is no timer has not come to wait again. */
const atWork = `
  SELECT count(*)::int AS count FROM dbos.workflow_status AS workflow
  WHERE workflow.name = 'journey' AND (
    SELECT function_name FROM dbos.operation_outputs AS step
    WHERE step.workflow_uuid = workflow.workflow_uuid ORDER BY function_id DESC LIMIT 1
  ) IS DISTINCT FROM 'DBOS.sleep'`;

/** DBOS Transact: the endpoint sends a message to the journey's workflow and waits for its event. */
export const startDbos: StartCandidates = async ({ postgres, dir }) => {
  const databaseUrl = await ownDatabase(postgres, 'peer_dbos');
  await prepareStore(databaseUrl, peerToken);
  const running = await startPeer('dbos/main.js', { dir, databaseUrl });
  const db = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  const caller = new Caller(running.url, peerToken);
  const untilDrained = async (): Promise<void> => {
    const working = async () => (await db.query<{ count: number }>(atWork)).rows[0]?.count;
    while ((await working()) !== 0) await wait(20);
  };
  return {
    candidates: [
      {
        name: 'dbos',
        caller,
        async open(count) {
          const ids = await openJourneys(caller, count);
          await untilDrained();
          return ids;
        },
        untilDrained,
        cpu: () => ({ 'API and workflows': treeSeconds(running.pid) }),
      },
    ],
    async stop() {
      caller.close();
      await db.end();
      await running.stop(5000);
    },
  };
};
