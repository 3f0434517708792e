import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import type { Standing } from '../../domain/journey/standing.js';
import { readMasterKey } from '../../src/config/master-key.js';
import { masterSecrets } from '../../src/event-store/seal/master-secrets.js';
import type { RunFile } from '../../src/supervisor/run-file.js';
import { dataConverter } from '../../src/temporal/connect.js';
import { journeyWorkflowId, standingQuery } from '../../workflows/messages.js';

/** What an operator with the installation's key sees of the workflows of a running Lotse. */
export async function temporalView(run: RunFile) {
  const database = new pg.Client({ connectionString: run.databaseAdminUrl });
  await database.connect();
  const { rows } = await database.query<{ id: string }>('SELECT id FROM es.installation');
  const installation = rows[0]?.id ?? '';
  const key = readMasterKey({ LOTSE_MASTER_KEY_FILE: run.masterKeyFile });
  const connection = await Connection.connect({ address: run.temporalAddress });
  const converter = dataConverter(masterSecrets(key).payloads);
  const client = new Client({ connection, namespace: run.temporalNamespace, dataConverter: converter });
  return {
    /** The standing that a journey's workflow holds, asked of the workflow itself. */
    standing: (journey: string): Promise<Standing> =>
      client.workflow.getHandle(journeyWorkflowId(installation, journey)).query(standingQuery),
    async close(): Promise<void> {
      await connection.close();
      await database.end();
    },
  };
}
