import type { Agenda, AgendaDiff } from '../deadlines/agenda.js';
import type { RecordedEvent } from './events.js';
import type { Instant } from '../time.js';
import { initialState, type JourneyState } from './state.js';

/**
 * Folds one opened event into the state. Total and pure: it accepts every event in every order, and parts whose
 * key is gone simply leave no trace. `state` is changed in place and returned; callers fold a copy of their own.
 */
export function evolve(state: JourneyState, event: RecordedEvent): JourneyState {
  const { plain } = state;
  plain.streamVersion = event.version;
  plain.lastRecordedAt = event.recordedAt;
  if (event.actor.kind !== 'engine' && event.commandId !== plain.lastCommand) plain.version += 1;
  if (event.actor.kind !== 'engine') plain.lastCommand = event.commandId;
  apply(state, event);
  return state;
}

/** The state after the given events of one journey, in the order of their versions. */
export const fold = (journey: string, events: readonly RecordedEvent[]): JourneyState =>
  events.reduce(evolve, initialState(journey));

function apply(state: JourneyState, event: RecordedEvent): void {
  const { plain } = state;
  switch (event.type) {
    case 'JourneyOpened':
    case 'JourneyTakenOver':
      return enter(state, event);
    case 'CoachAssigned':
      plain.coach = event.plain.coach;
      if (event.case?.hint === undefined) delete state.case.coachHint;
      else state.case.coachHint = event.case.hint;
      return;
    case 'DocumentRecorded': {
      const corrected = plain.documents.find((document) => document.id === event.plain.corrects);
      plain.documents.push({
        id: event.plain.document,
        root: corrected?.root ?? event.plain.document,
        recordedAt: event.recordedAt,
        event: event.id,
        ...(event.plain.source && { source: event.plain.source }),
      });
      if (event.status) state.status.papers[event.plain.document] = event.status;
      return;
    }
    case 'MilestoneReached':
      return reach(state, event);
    case 'ModuleChanged': {
      const { record, module, state: reached, source } = event.plain;
      plain.modules = plain.modules.filter((known) => known.id !== record);
      plain.modules.push({ id: record, module, state: reached, ...(source && { source }) });
      if (event.case) {
        const { on, provider = state.case.modules[record]?.provider } = event.case;
        state.case.modules[record] = { since: on, ...(provider !== undefined && { provider }) };
      }
      return;
    }
    case 'JourneyClosed':
      plain.open = false;
      plain.closedBecause = event.plain.reason;
      if (event.case) state.case.closedOn = event.case.on;
      if (event.notes) state.notes[event.id] = event.notes;
      return;
    case 'JourneyReopened':
      plain.open = true;
      plain.closedBecause = null;
      plain.reopenedAt = event.recordedAt;
      delete state.case.closedOn;
      if (event.case) state.case.reopenedOn = event.case.on;
      if (event.notes) state.notes[event.id] = event.notes;
      return;
    case 'AgendaChanged':
      if (event.case) change(state.case.agenda, event.case, event.recordedAt);
      if (event.status) change(state.status.agenda, event.status, event.recordedAt);
      return;
    case 'DeadlineMissed':
      plain.missed[event.plain.deadline] = event.recordedAt;
      return;
    case 'MessageSending':
    case 'MessageDeferred':
    case 'MessageSent':
    case 'MessageFailed':
    case 'MessageSuppressed':
      return message(state, event);
    case 'FlagRaised':
    case 'FlagCleared':
      return flag(state, event);
  }
}

type Of<Type> = Extract<RecordedEvent, { type: Type }>;

function enter(state: JourneyState, event: Of<'JourneyOpened'> | Of<'JourneyTakenOver'>): void {
  const { participant, programme, programmeVersion, commune, coach } = event.plain;
  Object.assign(state.plain, { participant, programme, programmeVersion, commune, coach });
  Object.assign(state.plain, { opened: true, open: true, openedAt: event.recordedAt });
  if (event.case) Object.assign(state.case, event.case);
  if (event.contact) Object.assign(state.contact, event.contact, { knownAt: event.recordedAt });
  if (event.type === 'JourneyOpened') return;
  state.plain.takenOver = event.plain.basis;
  if (event.status) Object.assign(state.status, event.status);
  if (event.notes) state.notes['register'] = event.notes;
}

function reach(state: JourneyState, event: Of<'MilestoneReached'>): void {
  const { record: id, milestone, data = {}, source } = event.plain;
  const { recordedAt, actor: recordedBy } = event;
  const entry = { id, milestone, recordedAt, recordedBy, event: event.id, data };
  state.plain.milestones.push({ ...entry, ...(source && { source }) });
  if (event.case) state.case.milestones[id] = { on: event.case.on, data: event.case.data ?? {} };
  if (event.status?.data) state.status.milestones[id] = event.status.data;
  if (event.contact?.data) state.contact.milestones[id] = event.contact.data;
  if (event.notes) state.notes[id] = event.notes;
}

/** A flag that is raised again has grown graver. Its rule may tell the kind of paper, so it is sealed with its class. */
function flag(state: JourneyState, event: Of<'FlagRaised'> | Of<'FlagCleared'>): void {
  const { plain } = state;
  const { flag: id } = event.plain;
  plain.flags = plain.flags.filter((known) => known.id !== id);
  if (event.type === 'FlagRaised') {
    const { severity, since } = event.plain;
    plain.flags.push({ id, severity, since, because: event.id });
    if (event.case) state.case.flags[id] = event.case;
    if (event.status) state.status.flags[id] = event.status;
    return;
  }
  delete state.case.flags[id];
  delete state.status.flags[id];
}

type MessageEvent = Extract<RecordedEvent, { type: `Message${string}` }>;

function message(state: JourneyState, event: MessageEvent): void {
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

function change(agenda: Agenda, diff: AgendaDiff, at: Instant): void {
  const { deadlines, items, past, since } = agenda;
  for (const deadline of diff.deadlines) deadlines[deadline.id] = deadline;
  for (const key of diff.cancelled) {
    const item = items[key];
    delete items[key];
    if (item?.act !== 'remind') continue;
    past[key] = item;
    since[key] = at;
  }
  for (const item of diff.planned) {
    delete past[item.key];
    if (item.act === 'remind') since[item.key] = at;
  }
  for (const item of [...diff.planned, ...diff.moved]) items[item.key] = item;
}
