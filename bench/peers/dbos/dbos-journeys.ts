import { randomUUID } from 'node:crypto';
import { DBOS } from '@dbos-inc/dbos-sdk';
import { GatewayTimeoutException } from '@nestjs/common';
import { Journeys, Refused } from '../api/journeys.js';
import type { RecordMilestone } from '../journey/command.js';
import type { JourneyState } from '../journey/state.js';
import type { JourneyStore } from '../store/journey-store.js';
import { milestones, type Outcome, type registerJourney, type Sent } from './journey.workflow.js';

/** A milestone is a message to the journey's workflow, answered by an event of its own. */
export class DbosJourneys extends Journeys {
  constructor(
    private readonly workflow: ReturnType<typeof registerJourney>,
    private readonly store: JourneyStore,
  ) {
    super();
  }

  async open(id: string): Promise<void> {
    await DBOS.startWorkflow(this.workflow, { workflowID: id })(id);
  }

  async record(id: string, command: RecordMilestone): Promise<JourneyState> {
    const answerTo = randomUUID();
    await DBOS.send<Sent>(id, { answerTo, command }, milestones);
    const outcome = await DBOS.getEvent<Outcome>(id, answerTo, { timeoutSeconds: 30 });
    if (!outcome) throw new GatewayTimeoutException();
    if ('refused' in outcome) throw new Refused(outcome.refused);
    return outcome.state;
  }

  read(id: string): Promise<JourneyState | undefined> {
    return this.store.read(id);
  }
}
