import type { Deadline } from '../deadlines/agenda.js';
import { consentWasWithdrawn } from '../journey/consent.js';
import {
  flagRule,
  type FlagFact,
  type JourneyState,
  type NoticeFact,
  type TaskFact,
} from '../journey/state.js';
import type { Instant } from '../time.js';

/** What a notice is about, while that is so. */
export type Reason =
  | { kind: 'deadline'; deadline: Deadline }
  /** `reminds`: the coach is told of it because a coordinator wished so. */
  | { kind: 'flag'; flag: FlagFact; rule: string; reminds: boolean }
  | { kind: 'task'; task: TaskFact };

/**
 * Why staff are still to be told what was queued; `undefined` where the reason is gone: the deadline is done or moved,
 * the flag cleared or put aside since, the task closed, or consent to case work withdrawn.
 */
export function reasonOf(state: JourneyState, notice: NoticeFact): Reason | undefined {
  if (consentWasWithdrawn(state, 'case_work')) return undefined;
  const { case: own, status, plain } = state;
  const { about, at } = notice;
  const deadline = own.agenda.deadlines[about] ?? status.agenda.deadlines[about];
  if (deadline) return isAhead(deadline, at, state) ? { kind: 'deadline', deadline } : undefined;
  const flag = plain.flags.find(({ id }) => id === about);
  const rule = flag && flagRule(state, about);
  if (flag && rule !== undefined) {
    const isPutAside = flag.snoozedAt !== undefined && flag.snoozedAt >= at;
    return isPutAside ? undefined : { kind: 'flag', flag, rule, reminds: isReminder(flag, notice) };
  }
  const task = plain.tasks.find(({ id, state: reached }) => id === about && reached === 'open');
  return task && { kind: 'task', task };
}

/** Whether the coach had been reminded when it was queued; what was put aside after that she was told of already. */
const isReminder = ({ remindedAt = '', snoozedAt = '' }: FlagFact, { to, at }: NoticeFact): boolean =>
  to === 'coach' && remindedAt > snoozedAt && remindedAt <= at;

/** The notices of a journey whose reason is not gone, in the order in which they were queued. */
export const standingNotices = (state: JourneyState): (NoticeFact & { key: string })[] =>
  Object.entries(state.plain.notices)
    .filter(([, notice]) => reasonOf(state, notice) !== undefined)
    .map(([key, notice]) => ({ key, ...notice }));

/** A correction that came after the notice has moved the day: whoever has to hear of that is told anew. */
const isAhead = ({ state: reached, because }: Deadline, queuedAt: Instant, state: JourneyState): boolean =>
  (reached === 'open' || reached === 'missed') && recordedAt(because, state) <= queuedAt;

function recordedAt(event: string, { plain }: JourneyState): Instant {
  const records = [...plain.documents, ...plain.milestones, ...plain.modules.flatMap(({ states }) => states)];
  return records.find((record) => record.event === event)?.recordedAt ?? plain.openedAt;
}
