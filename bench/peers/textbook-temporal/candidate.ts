import { setTimeout as wait } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import type { Running } from '../../../src/embedded/running.js';
import { Caller } from '../../support/http.js';
import type { Candidate, StartCandidates } from '../candidate.js';
import { treeSeconds } from '../cpu-of.js';
import { ownDatabase } from '../own-database.js';
import { openJourneys } from '../peer-journeys.js';
import { peerToken, startPeer, type PeerProcess } from '../peer-process.js';
import { prepareStore } from '../store/schema.js';
import { journeyWorkflowId, stateQuery, workflowTypes } from './messages.js';
import { startServer } from './server.js';

const names = { journey: 'textbook_temporal', journeyAppendingLocally: 'textbook_temporal_local' };

/** Temporal as its handbook has it: an update whose handler decides and has an activity append, local or not. */
export const startTextbookTemporal: StartCandidates = async ({ postgres, dir }) => {
  const databaseUrl = await ownDatabase(postgres, 'peer_temporal');
  await prepareStore(databaseUrl, peerToken);
  const running: Running[] = [];
  const stop = async (): Promise<void> => {
    for (const each of running.toReversed()) await each.stop(10_000);
  };
  try {
    const server = await startServer(dir);
    running.push(server);
    const place = { dir, databaseUrl, temporalAddress: server.address };
    const worker = await startPeer('textbook-temporal/worker.js', place);
    running.push(worker);
    const connection = await Connection.connect({ address: server.address });
    const client = new Client({ connection });
    const shared = () => ({ worker: treeSeconds(worker.pid), Temporal: treeSeconds(server.pid) });
    const candidates: Candidate[] = [];
    for (const type of workflowTypes) {
      const api = await startPeer('textbook-temporal/api.js', { ...place, args: [type] });
      running.push(api);
      candidates.push(candidateOf(names[type], api, client, shared));
    }
    return {
      candidates,
      async stop() {
        for (const { caller } of candidates) caller.close();
        await connection.close();
        await stop();
      },
    };
  } catch (error) {
    await stop(); // nobody else knows of them
    throw error;
  }
};

function candidateOf(
  name: string,
  api: PeerProcess,
  client: Client,
  shared: () => Record<string, number>,
): Candidate {
  const caller = new Caller(api.url, peerToken);
  let opened: string[] = [];
  const isArmed = async (id: string): Promise<boolean> => {
    const { version } = JSON.parse((await caller.call('GET', `/journeys/${id}`)).body) as { version: number };
    const shown = await client.workflow.getHandle(journeyWorkflowId(id)).query(stateQuery);
    return shown.version >= version;
  };
  // An answer and the new timer are of the same workflow task: a few journeys that are asked show it for all.
  const untilDrained = async (): Promise<void> => {
    for (const id of opened.slice(0, 5)) while (!(await isArmed(id))) await wait(20);
  };
  return {
    name,
    caller,
    async open(count) {
      opened = await openJourneys(caller, count);
      await untilWritten(caller, opened);
      return opened;
    },
    untilDrained,
    cpu: () => ({ API: treeSeconds(api.pid), ...shared() }),
  };
}

/** A journey that was started is written by its workflow's first activity. */
async function untilWritten(caller: Caller, journeys: readonly string[]): Promise<void> {
  for (const id of journeys) {
    while ((await caller.call('GET', `/journeys/${id}`)).status !== 200) await wait(20);
  }
}
