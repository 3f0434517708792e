import type { RecordedEvent } from '../events.js';
import type { Day, Instant } from '../../time.js';
import type { FlagFact, JourneyState } from '../state.js';

type Of<Type> = Extract<RecordedEvent, { type: Type }>;

/** A flag that is raised again has grown graver: it keeps its place and its snooze ends. */
export function flag(
  state: JourneyState,
  event:
    | Of<'FlagRaised'>
    | Of<'FlagCleared'>
    | Of<'FlagSnoozed'>
    | Of<'FlagSnoozeWithdrawn'>
    | Of<'CoachReminded'>,
): void {
  const { plain } = state;
  const { flag: id } = event.plain;
  switch (event.type) {
    case 'FlagRaised': {
      const { severity, since } = event.plain;
      const { recordedAt: raisedAt, id: because } = event;
      const firstRaisedAt = plain.flags.find((known) => known.id === id)?.firstRaisedAt ?? raisedAt;
      const others = plain.flags.filter((known) => known.id !== id);
      plain.flags = [...others, { id, severity, since, firstRaisedAt, raisedAt, because }];
      if (event.case) state.case.flags[id] = event.case;
      if (event.status) state.status.flags[id] = event.status;
      return;
    }
    case 'FlagCleared':
      plain.flags = plain.flags.filter((known) => known.id !== id);
      delete state.case.flags[id];
      delete state.status.flags[id];
      return;
    case 'FlagSnoozed':
      plain.flags = plain.flags.map((known) =>
        known.id === id ? putAside(known, event.plain.until, event.recordedAt) : known,
      );
      if (event.notes) state.notes[event.id] = event.notes;
      return;
    case 'FlagSnoozeWithdrawn':
      plain.flags = plain.flags.map((known) => (known.id === id ? woken(known) : known));
      return;
    case 'CoachReminded':
      plain.flags = plain.flags.map((known) =>
        known.id === id ? { ...known, remindedAt: event.recordedAt } : known,
      );
  }
}

function putAside(flag: FlagFact, snoozedUntil: Day, snoozedAt: Instant): FlagFact {
  const { snoozedUntil: until, snoozedAt: at, snoozedBefore: before = [] } = flag;
  const earlier = until !== undefined && at !== undefined && { snoozedBefore: [...before, { until, at }] };
  return { ...flag, snoozedUntil, snoozedAt, ...earlier };
}

/** What was put aside before that keeps its place: what staff were told meanwhile is not told again. */
function woken(flag: FlagFact): FlagFact {
  const { snoozedBefore = [], ...shown } = flag;
  delete shown.snoozedUntil;
  delete shown.snoozedAt;
  const before = snoozedBefore.slice(0, -1);
  const last = snoozedBefore.at(-1);
  return {
    ...shown,
    ...(last && { snoozedUntil: last.until, snoozedAt: last.at }),
    ...(before.length > 0 && { snoozedBefore: before }),
  };
}

const becomes = { TaskDone: 'done', TaskReopened: 'open', TaskGone: 'gone' } as const;

/** Tasks are opened and closed, never removed: what somebody did stays readable. */
export function task(
  state: JourneyState,
  event: Of<'TaskOpened'> | Of<'TaskDone'> | Of<'TaskReopened'> | Of<'TaskGone'>,
): void {
  const { plain } = state;
  const { task: id } = event.plain;
  if (event.type === 'TaskOpened') {
    const { kind, severity } = event.plain;
    const others = plain.tasks.filter((known) => known.id !== id);
    const opened = {
      id,
      kind,
      severity,
      state: 'open' as const,
      openedAt: event.recordedAt,
      because: event.id,
    };
    plain.tasks = [...others, opened];
    if (event.case) state.case.tasks[id] = event.case;
    return;
  }
  const reached = becomes[event.type];
  plain.tasks = plain.tasks.map((known) => (known.id === id ? { ...known, state: reached } : known));
  if (event.type === 'TaskDone' && event.notes) state.notes[id] = event.notes;
  if (event.type === 'TaskReopened') delete state.notes[id];
}
