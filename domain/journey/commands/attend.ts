import { addDays } from '../../deadlines/day-arithmetic.js';
import type { Day } from '../../time.js';
import type { ProposedEvent, Severity } from '../events.js';
import { Refusal } from '../refusal.js';
import type { JourneyState } from '../state.js';
import { refuseFuture, today, type DecisionContext } from './context.js';

/** A person has looked at a deadline's day and confirms it. */
export interface VerifyDeadline {
  type: 'VerifyDeadline';
  deadline: string;
  on: Day;
}

/** A flag is put aside for a while, with a reason: at most 14 days, 2 for the gravest. */
export interface SnoozeFlag {
  type: 'SnoozeFlag';
  flag: string;
  until: Day;
  reason: string;
}

/** A task is done. */
export interface DoTask {
  type: 'DoTask';
  task: string;
  on: Day;
  note?: string;
}

const longestSnooze = { 1: 14, 2: 14, 3: 2 } as const;

/** The last day until which a flag of this severity may be put aside. */
export const lastSnoozeDay = (severity: Severity, today: Day): Day => addDays(today, longestSnooze[severity]);

/** Records that a deadline was verified; once is enough. */
export function verifyDeadline(
  state: JourneyState,
  { deadline, on }: VerifyDeadline,
  context: DecisionContext,
): ProposedEvent[] {
  refuseFuture(on, context);
  const { case: own, status, plain } = state;
  if (!own.agenda.deadlines[deadline] && !status.agenda.deadlines[deadline]) {
    throw new Refusal('no-such-record', 'There is no such deadline in this journey.');
  }
  if (plain.verified[deadline]) return [];
  return [{ type: 'DeadlineVerified', plain: { deadline }, case: { on }, occurredOn: on }];
}

/** Puts a raised flag aside until a day. */
export function snoozeFlag(
  state: JourneyState,
  { flag, until, reason }: SnoozeFlag,
  context: DecisionContext,
): ProposedEvent[] {
  const raised = state.plain.flags.find(({ id }) => id === flag);
  if (!raised) throw new Refusal('no-such-record', 'This flag is not raised any more.');
  const longest = lastSnoozeDay(raised.severity, today(context));
  if (until <= today(context) || until > longest) {
    throw new Refusal(
      'snooze-out-of-range',
      `Expected a day after today and up to ${longest}.`,
      [],
      '/until',
    );
  }
  if (raised.snoozedUntil === until) return [];
  return [{ type: 'FlagSnoozed', plain: { flag, until }, notes: { reason } }];
}

/** Records that a task is done; doing it twice says nothing new. */
export function doTask(
  state: JourneyState,
  { task, on, note }: DoTask,
  context: DecisionContext,
): ProposedEvent[] {
  refuseFuture(on, context);
  const known = state.plain.tasks.find(({ id }) => id === task);
  if (!known) throw new Refusal('no-such-record', 'There is no such task in this journey.');
  if (known.state !== 'open') return [];
  return [
    {
      type: 'TaskDone',
      plain: { task },
      case: { on },
      ...(note !== undefined && { notes: { note } }),
      occurredOn: on,
    },
  ];
}
