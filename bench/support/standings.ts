import { setTimeout as wait } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import type pg from 'pg';
import { readMasterKey } from '../../src/config/master-key.js';
import { masterSecrets } from '../../src/event-store/seal/master-secrets.js';
import type { RunFile } from '../../src/supervisor/run-file.js';
import { dataConverter } from '../../src/temporal/connect.js';
import { journeyWorkflowId, standingQuery } from '../../workflows/messages.js';

/** Whoever has not followed by then is counted with this time. */
const patienceMs = 60_000;
/** A query is work for Temporal and the worker too: seldom enough that asking is not what is measured. */
const askEveryMs = 50;

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
    const workflow = this.client.workflow.getHandle(journeyWorkflowId(this.installation, journey));
    for (;;) {
      const shown = await workflow.query(standingQuery).catch(() => undefined); // not there yet, or busy
      const ms = performance.now() - began;
      if (shown && shown.version >= version && shown.phase === phase) return ms;
      if (ms > patienceMs) return ms;
      await wait(askEveryMs);
    }
  }

  async close(): Promise<void> {
    await this.client.connection.close();
  }

  private async loggedVersion(journey: string): Promise<number> {
    const { rows } = await this.db.query<{ version: string }>(
      'SELECT stream_version AS version FROM rm.journey WHERE id = $1',
      [journey],
    );
    return Number(rows[0]?.version);
  }
}
