import { defineQuery, defineSignal } from '@temporalio/workflow';
import type { Standing } from '../domain/journey/standing.js';

/** Every name that crosses between the processes and the workflows is minted here, once. */

export const taskQueue = 'journeys';

/** What a participant's workflow is told, in the programme's words; each news carries the standing after it. */
export const allNews = [
  'journeyOpened',
  'coachAssigned',
  'paperRecorded',
  'milestoneReached',
  'moduleChanged',
  'journeyClosed',
  'journeyReopened',
  'agendaChanged',
] as const;

export type News = (typeof allNews)[number];

export const signals = Object.fromEntries(
  allNews.map((name) => [name, defineSignal<[Standing]>(name)]),
) as Record<News, ReturnType<typeof defineSignal<[Standing]>>>;

/**
 * How a run goes about it, as it is told when it begins: one that began under an earlier version goes on as it did, until
 * it is continued or begins again.
 */
export interface Manner {
  /** Acts are carried out within the run's own task. */
  actsAtOnce?: boolean;
}

/** That of runs which begin now. */
export const newestManner: Manner = { actsAtOnce: true };

export const standingQuery = defineQuery<Standing>('standing');

/** The workflow of a journey; the installation's id keeps two installations on one Temporal apart. */
export const journeyWorkflowId = (installation: string, journey: string): string =>
  `${installation}/journey/${journey}`;

/** The workflow of an import. */
export const importWorkflowId = (installation: string, importId: string): string =>
  `${installation}/import/${importId}`;

/** The workflow of an act on many journeys. */
export const bulkWorkflowId = (installation: string, batchId: string): string =>
  `${installation}/bulk/${batchId}`;

/** The one workflow of the mail to staff. */
export const staffMailWorkflowId = (installation: string): string => `${installation}/staff-mail`;

/** What the workflow of the staff's mail knows when it starts or goes on. */
export interface StaffMailStart {
  generation: number;
  /** Rounds in a row in which something failed. */
  failures?: number;
  /** In milliseconds; `null` where only a signal can change anything. Default: at once. */
  wakeAt?: number | null;
}

/** Something is due to staff that can't wait for the morning; or somebody makes sure that the workflow is there. */
export const noticesUrgent = defineSignal<[{ generation: number }]>('noticesUrgent');

/** Shown to operators and searchable by them: phase and commune, nothing else. */
export const searchAttributes = { phase: 'JourneyPhase', commune: 'JourneyCommune' } as const;
