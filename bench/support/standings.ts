import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import type pg from 'pg';
import type { Standing } from '../../domain/journey/standing.js';
import { readMasterKey } from '../../src/config/master-key.js';
import { masterSecrets } from '../../src/event-store/seal/master-secrets.js';
import type { RunFile } from '../../src/supervisor/run-file.js';
import { dataConverter } from '../../src/temporal/connect.js';
import type { participantJourney } from '../../workflows/index.js';
import { journeyWorkflowId, standingQuery, taskQueue } from '../../workflows/messages.js';
import { untilSettled } from './settled.js';

/** Whoever has not followed by then is counted with this time. */
const patienceMs = 60_000;
/** A query is work for Temporal and the worker too: seldom enough that asking is not what is measured. */
const askEveryMs = 50;
/** A worker that has nothing else to do answers in a few milliseconds. */
const atOnceMs = 250;
/** As many as the relay has under way. */
const toldLast = 32;

/** Of a journey for which nothing is to be done: its workflow ends at once. */
const endedStanding: Standing = {
  journey: '',
  generation: 1,
  version: 1,
  open: false,
  phase: 'closed',
  commune: '',
  modules: [],
  overlays: [],
  waitsFor: 'nothing',
  nextDue: null,
};

/** Asks workflows for the standing that they show. */
export class Standings {
  private constructor(
    private readonly client: Client,
    private readonly installation: string,
    private readonly db: pg.Pool,
  ) {}

  static async of(run: RunFile, db: pg.Pool): Promise<Standings> {
    const { payloads } = masterSecrets(readMasterKey({ LOTSE_MASTER_KEY_FILE: run.masterKeyFile }));
    // no retries of the SDK's own, as in src/temporal/connect.ts: we ask again ourselves
    const connection = Connection.lazy({ address: run.temporalAddress, interceptors: [] });
    const client = new Client({
      connection,
      namespace: run.temporalNamespace,
      dataConverter: dataConverter(payloads),
    });
    const { rows } = await db.query<{ id: string }>('SELECT id FROM es.installation');
    return new Standings(client, rows[0]?.id ?? '', db);
  }

  /** Milliseconds from now until the workflow shows the version that is in the log now, and the phase of the answer. */
  async followMs(journey: string, phase: string): Promise<number> {
    const began = performance.now();
    const version = await this.loggedVersion(journey);
    const workflow = this.workflowOf(journey);
    for (;;) {
      const shown = await workflow.query(standingQuery).catch(() => undefined); // not there yet, or busy
      const ms = performance.now() - began;
      if (shown && shown.version >= version && shown.phase === phase) return ms;
      if (ms > patienceMs) return ms;
      await wait(askEveryMs);
    }
  }

  /** Waits until workflows answer at once: started is not yet set up, and what an import has left to do takes a while. */
  async untilAtEase(journeys: readonly string[]): Promise<void> {
    const began = performance.now();
    const sample = [0.1, 0.3, 0.5, 0.7, 0.9].map(
      (share) => journeys[Math.floor(share * journeys.length)] ?? '',
    );
    for (let answered = 0; answered < sample.length && performance.now() - began < patienceMs;) {
      const asked = performance.now();
      const shown = await this.workflowOf(sample[answered] ?? '')
        .query(standingQuery)
        .catch(() => undefined);
      const isAtOnce = shown !== undefined && performance.now() - asked < atOnceMs;
      answered = isAtOnce ? answered + 1 : 0;
      if (!isAtOnce) await wait(500);
    }
  }

  /** Waits until the workflows that were told last have done what they had to: their timers are set. */
  async untilSettled(): Promise<void> {
    const { rows } = await this.db.query<{ id: string }>(
      'SELECT id FROM rm.journey ORDER BY leased_until DESC LIMIT $1',
      [toldLast],
    );
    const ids = rows.map(({ id }) => journeyWorkflowId(this.installation, id));
    await untilSettled(this.client.workflow, ids);
  }

  /**
   * Waits until the worker does what this Temporal hands out: after an outage some goes to connections that are gone,
   * and comes again when its time is over.
   */
  async untilServed(): Promise<void> {
    const tries = Array.from({ length: toldLast }, async () => {
      const start = { workflowId: `bench/${randomUUID()}`, taskQueue, args: [endedStanding] } as const;
      for (;;) {
        const isDone = await this.client.workflow
          .execute<typeof participantJourney>('participantJourney', start)
          .then(
            () => true,
            () => false, // the server is not there yet
          );
        if (isDone) return;
        await wait(askEveryMs);
      }
    });
    await Promise.all(tries);
  }

  /** The history of a journey's workflow, of its newest run. */
  historyOf(journey: string): ReturnType<WorkflowHandle['fetchHistory']> {
    return this.workflowOf(journey).fetchHistory();
  }

  async close(): Promise<void> {
    await this.client.connection.close();
  }

  private workflowOf(journey: string) {
    return this.client.workflow.getHandle(journeyWorkflowId(this.installation, journey));
  }

  private async loggedVersion(journey: string): Promise<number> {
    const { rows } = await this.db.query<{ version: string }>(
      'SELECT stream_version AS version FROM rm.journey WHERE id = $1',
      [journey],
    );
    return Number(rows[0]?.version);
  }
}
