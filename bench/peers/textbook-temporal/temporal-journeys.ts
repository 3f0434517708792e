import { ApplicationFailure, WorkflowUpdateFailedError, type Client } from '@temporalio/client';
import { Journeys, Refused } from '../api/journeys.js';
import type { RecordMilestone } from '../journey/command.js';
import type { JourneyState } from '../journey/state.js';
import type { JourneyStore } from '../store/journey-store.js';
import { journeyWorkflowId, recordUpdate, refusedType, taskQueue } from './messages.js';

/** A milestone is an update of the journey's workflow; reads come from PostgreSQL. */
export class TemporalJourneys extends Journeys {
  constructor(
    private readonly client: Client,
    private readonly workflowType: string,
    private readonly store: JourneyStore,
  ) {
    super();
  }

  async open(id: string): Promise<void> {
    await this.client.workflow.start(this.workflowType, {
      taskQueue,
      workflowId: journeyWorkflowId(id),
      args: [id],
    });
  }

  async record(id: string, command: RecordMilestone): Promise<JourneyState> {
    const workflow = this.client.workflow.getHandle(journeyWorkflowId(id));
    try {
      return await workflow.executeUpdate(recordUpdate, { args: [command] });
    } catch (error) {
      const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
      if (cause instanceof ApplicationFailure && cause.type === refusedType) throw new Refused(cause.message);
      throw error;
    }
  }

  read(id: string): Promise<JourneyState | undefined> {
    return this.store.read(id);
  }
}
