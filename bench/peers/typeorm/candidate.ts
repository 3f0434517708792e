import { Caller } from '../../support/http.js';
import type { StartCandidates } from '../candidate.js';
import { treeSeconds } from '../cpu-of.js';
import { ownDatabase } from '../own-database.js';
import { openJourneys } from '../peer-journeys.js';
import { peerToken, startPeer } from '../peer-process.js';
import { prepareDatabase } from './database.js';

/** NestJS with TypeORM alone: a transaction, and a cron that looks for rows that are due. */
export const startTypeOrm: StartCandidates = async ({ postgres, dir }) => {
  const databaseUrl = await ownDatabase(postgres, 'peer_typeorm');
  await prepareDatabase(databaseUrl, peerToken);
  const running = await startPeer('typeorm/main.js', { dir, databaseUrl });
  const caller = new Caller(running.url, peerToken);
  return {
    candidates: [
      {
        name: 'typeorm',
        caller,
        open: (count) => openJourneys(caller, count),
        cpu: () => ({ 'API and cron': treeSeconds(running.pid) }),
      },
    ],
    async stop() {
      caller.close();
      await running.stop(5000);
    },
  };
};
