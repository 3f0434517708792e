import { Connection } from '@temporalio/client';

/** Whether a Temporal server answers for its namespace; a refused connection only says: not yet. */
export async function answers(address: string, namespace: string): Promise<boolean> {
  // no retries of the SDK's own, as in src/temporal/connect.ts: whoever asks asks again
  const connection = Connection.lazy({ address, connectTimeout: 1000, interceptors: [] });
  try {
    await connection.ensureConnected();
    await connection.withDeadline(Date.now() + 2000, () =>
      connection.workflowService.describeNamespace({ namespace }),
    );
    return true;
  } catch {
    return false;
  } finally {
    await connection.close();
  }
}
