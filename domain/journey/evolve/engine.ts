import type { RecordedEvent } from '../events.js';
import type { JourneyState } from '../state.js';

type Of<Type> = Extract<RecordedEvent, { type: Type }>;

/** What the engine did about a message; the newest act counts. */
export function message(
  state: JourneyState,
  event: Extract<RecordedEvent, { type: `Message${string}` }>,
): void {
  const { messages } = state.plain;
  const { key } = event.plain;
  const attempt = 'attempt' in event.plain ? event.plain.attempt : (messages[key]?.attempt ?? 0);
  const since = event.recordedAt;
  switch (event.type) {
    case 'MessageSending':
      messages[key] = { state: 'sending', since, attempt };
      return;
    case 'MessageDeferred':
      messages[key] = { state: 'deferred', since, attempt, until: event.plain.until, why: event.plain.why };
      return;
    case 'MessageSent':
      messages[key] = { state: 'sent', since, attempt };
      return;
    case 'MessageFailed':
      messages[key] = { state: 'failed', since, attempt, why: event.plain.why };
      return;
    case 'MessageSuppressed':
      messages[key] = { state: 'suppressed', since, attempt, why: event.plain.why };
  }
}

/** A flag that is raised again has grown graver: it keeps its place and its snooze ends. */
export function flag(
  state: JourneyState,
  event: Of<'FlagRaised'> | Of<'FlagCleared'> | Of<'FlagSnoozed'>,
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
        known.id === id ? { ...known, snoozedUntil: event.plain.until, snoozedAt: event.recordedAt } : known,
      );
      if (event.notes) state.notes[event.id] = event.notes;
  }
}

/** Tasks are opened and closed, never removed: what somebody did stays readable. */
export function task(state: JourneyState, event: Of<'TaskOpened'> | Of<'TaskDone'> | Of<'TaskGone'>): void {
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
  const ended = event.type === 'TaskDone' ? ('done' as const) : ('gone' as const);
  plain.tasks = plain.tasks.map((known) => (known.id === id ? { ...known, state: ended } : known));
  if (event.type === 'TaskDone' && event.notes) state.notes[id] = event.notes;
}
