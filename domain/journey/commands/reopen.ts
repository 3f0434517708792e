import type { ProposedEvent } from '../events.js';
import { Refusal } from '../refusal.js';
import type { JourneyState } from '../state.js';
import { today, type DecisionContext } from './context.js';

/** A flag was put aside by mistake: what was said last of it counts no more. */
export interface WakeFlag {
  type: 'WakeFlag';
  flag: string;
}

/** A task was marked as done by mistake. */
export interface ReopenTask {
  type: 'ReopenTask';
  task: string;
}

/** Lets a flag that is put aside show up again; where it had been put aside before, that stands again. */
export function wakeFlag(state: JourneyState, { flag }: WakeFlag, context: DecisionContext): ProposedEvent[] {
  const raised = state.plain.flags.find(({ id }) => id === flag);
  if (!raised) throw new Refusal('no-such-record', 'This flag is not raised any more.');
  if (raised.snoozedUntil === undefined || raised.snoozedUntil < today(context)) {
    throw new Refusal('flag-not-snoozed', 'This flag is not put aside.');
  }
  return [{ type: 'FlagSnoozeWithdrawn', plain: { flag } }];
}

/** Opens a task again that somebody has marked as done. One whose reason is gone meanwhile is gone with it. */
export function reopenTask(state: JourneyState, { task }: ReopenTask): ProposedEvent[] {
  const known = state.plain.tasks.find(({ id }) => id === task);
  if (!known) throw new Refusal('no-such-record', 'There is no such task in this journey.');
  if (known.state !== 'done') throw new Refusal('task-not-done', 'This task is not marked as done.');
  return [{ type: 'TaskReopened', plain: { task } }];
}
