import type { Command } from '../../domain/journey/commands/index.js';
import type { RecordedEvent } from '../../domain/journey/events.js';
import { Refusal } from '../../domain/journey/refusal.js';
import type { Data } from '../../domain/journey/events.js';
import type { Day } from '../../domain/time.js';
import { phaseOf } from '../../domain/programme/phase.js';
import { programme } from './planning.js';
import type { Story } from './story.js';

/** A milestone as a wish. */
export const reach = (milestone: string, on: Day, data: Data = {}): Command => ({
  type: 'ReachMilestone',
  milestone,
  on,
  data,
});

export const eligible = (on: Day, result = 'eligible'): Command =>
  reach('eligibility_checked', on, { result, statusKind: 'toleration', livesInStateFacility: false });

export const assessed = (on: Day, more: Data = {}): Command =>
  reach('needs_assessed', on, { topics: ['work'], germanLevel: 'A2', schoolingYears: '5-8', ...more });

export const contract = (on: Day, startsOn: Day, probationMonths = 4): Command =>
  reach('training_contract_signed', on, { startsOn, endsOn: '2030-07-31', probationMonths, type: 'dual' });

export const applied = (on: Day, kind: string, proof = 'receipt_seen'): Command =>
  reach('status_application_filed', on, { kind, proof });

/** A paper of a kind, valid until a day. */
export const paperOf = (kind: string, validUntil?: Day, employmentNote = 'unknown'): Command => ({
  type: 'RecordDocument',
  paper: { kind, employmentNote, ...(validUntil !== undefined && { validUntil }) },
});

/** The phase of a story's journey. */
export const phase = ({ state }: Story): string => phaseOf(state, programme).key;

/** The code with which a command is refused, and what is missing. */
export function refusal(story: Story, command: Command): string {
  try {
    story.does(command);
  } catch (error) {
    if (error instanceof Refusal) return [error.code, ...error.missing.map(({ code }) => code)].join(' ');
    throw error;
  }
  return 'nothing stands against it';
}

/** The id of the newest record of a kind. */
export const newest = (
  story: Story,
  kind: 'milestones' | 'contacts' | 'documents' | 'modules' | 'renewals',
): string => story.state.plain[kind].at(-1)?.id ?? '';

/** A module proposed and brought to a state, both today. */
export function runs(
  story: Story,
  module: string,
  state: 'enrolled' | 'active' | 'completed' = 'active',
): void {
  story.does({ type: 'ProposeModule', module, on: story.today });
  story.does({ type: 'ChangeModule', record: newest(story, 'modules'), state, on: story.today });
}

/** The raised flags, as rule and severity. */
export const raised = ({ state }: Story): string[] =>
  state.plain.flags
    .map(({ id, severity }) => `${state.case.flags[id]?.rule ?? state.status.flags[id]?.rule} ${severity}`)
    .sort();

/** The types of events that a person or the engine recorded. */
export const types = (events: readonly RecordedEvent[]): string[] => events.map(({ type }) => type);
