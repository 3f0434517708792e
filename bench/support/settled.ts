import { setTimeout as wait } from 'node:timers/promises';
import type { WorkflowClient } from '@temporalio/client';

const lookEveryMs = 20;

/** Waits until none of these workflows has work for a worker: whatever they were told, their timers are set. */
export async function untilSettled(client: WorkflowClient, workflowIds: readonly string[]): Promise<void> {
  for (const id of workflowIds) {
    for (;;) {
      const { raw } = await client.getHandle(id).describe();
      if (!raw.pendingWorkflowTask) break;
      await wait(lookEveryMs);
    }
  }
}
