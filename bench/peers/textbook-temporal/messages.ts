import { defineQuery, defineUpdate } from '@temporalio/workflow';
import type { RecordMilestone } from '../journey/command.js';
import type { JourneyState } from '../journey/state.js';

export const taskQueue = 'journeys';
export const journeyWorkflowId = (id: string): string => `journey-${id}`;

/** The textbook's two ways of having something done from a handler, each a workflow type of its own. */
export const workflowTypes = ['journey', 'journeyAppendingLocally'] as const;

export const recordUpdate = defineUpdate<JourneyState, [RecordMilestone]>('record');
export const stateQuery = defineQuery<JourneyState>('state');

/** The type of the failure with which a milestone is refused. */
export const refusedType = 'Refused';
