import type { BulkOutcome } from '../../contract/pages/bulk.js';
import type { ModuleState } from '../../domain/journey/events.js';
import type { Missing } from '../../domain/journey/refusal.js';
import type { Day } from '../../domain/time.js';
import { open, seal } from '../event-store/seal/envelope.js';
import type { Accompanied, BulkTask, WayBack } from './task.js';

/** What a journey was before the act, as far as somebody wants to know before it is done. */
export type Before =
  | { coach: Accompanied }
  | { lastContactOn: Day | null }
  | { modules: { module: string; state: ModuleState }[] };

/** What became of a journey, in no language yet, and the way back. */
export interface KeptOutcome extends Pick<BulkOutcome, 'journeyId' | 'outcome'> {
  before?: Before;
  why?: { code: string; text?: string; missing: readonly Missing[] };
  wayBack?: WayBack;
}

// A task may hold a note, an outcome says what is missing of somebody: sealed with the installation's key, as of imports.

export const sealTask = (key: Buffer, batch: string, task: BulkTask): Buffer =>
  seal(key, Buffer.from(JSON.stringify(task), 'utf8'), `${contextOf(batch)}|task`);

export const openTask = (key: Buffer, batch: string, sealed: Buffer): BulkTask =>
  JSON.parse(open(key, sealed, `${contextOf(batch)}|task`).toString('utf8')) as BulkTask;

export const sealOutcomes = (
  key: Buffer,
  batch: string,
  fromRow: number,
  outcomes: readonly KeptOutcome[],
): Buffer => seal(key, Buffer.from(JSON.stringify(outcomes), 'utf8'), `${contextOf(batch)}|${fromRow}`);

export const openOutcomes = (key: Buffer, batch: string, fromRow: number, sealed: Buffer): KeptOutcome[] =>
  JSON.parse(open(key, sealed, `${contextOf(batch)}|${fromRow}`).toString('utf8')) as KeptOutcome[];

const contextOf = (batch: string): string => `lotse/bulk/1|${batch}`;
