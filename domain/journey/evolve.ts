import { changeAgenda } from './evolve/agenda.js';
import { flag, task } from './evolve/engine.js';
import { message } from './evolve/message.js';
import { record, withdraw } from './evolve/records.js';
import { turn } from './evolve/turns.js';
import type { RecordedEvent } from './events.js';
import { noteFacts } from './per-version.js';
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
  noteFacts(state, event);
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
    case 'RegisterRowUpdated':
      return updateRow(state, event);
    case 'CoachAssigned':
      plain.coach = event.plain.coach;
      if (event.case?.hint === undefined) delete state.case.coachHint;
      else state.case.coachHint = event.case.hint;
      return;
    case 'ParticipantChanged':
      return changePerson(state, event);
    case 'ConsentWithdrawn':
      plain.consentWithdrawn.push({
        purposes: event.plain.purposes,
        recordedAt: event.recordedAt,
        event: event.id,
      });
      return;
    case 'DocumentRecorded':
    case 'RenewalRequested':
    case 'MilestoneReached':
    case 'ModuleChanged':
    case 'ContactRecorded':
    case 'FollowUpBegan':
      return record(state, event);
    case 'DocumentWithdrawn':
    case 'MilestoneWithdrawn':
    case 'ContactWithdrawn':
    case 'RenewalWithdrawn':
    case 'ModuleChangeWithdrawn':
      return withdraw(state, event);
    case 'JourneyPaused':
    case 'JourneyResumed':
    case 'JourneyClosed':
    case 'JourneyReopened':
    case 'OverlaySet':
    case 'OverlayCleared':
      return turn(state, event);
    case 'AgendaChanged':
      if (event.case) changeAgenda(state.case.agenda, event.case, event.recordedAt);
      if (event.status) changeAgenda(state.status.agenda, event.status, event.recordedAt);
      return;
    case 'DeadlineMissed':
      plain.missed[event.plain.deadline] = event.recordedAt;
      return;
    case 'DeadlineVerified':
      plain.verified[event.plain.deadline] = { by: event.actor, event: event.id };
      if (event.case) state.case.verified[event.plain.deadline] = event.case.on;
      return;
    case 'NoticeQueued': {
      const { key, ...notice } = event.plain;
      plain.notices[key] = { at: event.recordedAt, ...notice };
      return;
    }
    case 'MessageSending':
    case 'MessageDeferred':
    case 'MessageSent':
    case 'MessageFailed':
    case 'MessageSuppressed':
    case 'MessageHeldBack':
    case 'MessageReleased':
    case 'MessageResendRequested':
      return message(state, event);
    case 'FlagRaised':
    case 'FlagCleared':
    case 'FlagSnoozed':
    case 'FlagSnoozeWithdrawn':
    case 'CoachReminded':
      return flag(state, event);
    case 'TaskOpened':
    case 'TaskDone':
    case 'TaskReopened':
    case 'TaskGone':
      return task(state, event);
  }
}

type Of<Type> = Extract<RecordedEvent, { type: Type }>;

function enter(state: JourneyState, event: Of<'JourneyOpened'> | Of<'JourneyTakenOver'>): void {
  const { participant, programme, programmeVersion, commune, coach } = event.plain;
  Object.assign(state.plain, { participant, programme, programmeVersion, commune, coach });
  Object.assign(state.plain, { opened: true, open: true, openedAt: event.recordedAt, openedBy: event.id });
  if (event.case) Object.assign(state.case, event.case);
  if (event.contact) Object.assign(state.contact, event.contact, { knownAt: event.recordedAt });
  if (event.type === 'JourneyOpened') return;
  state.plain.takenOver = event.plain.basis;
  if (event.contact) state.contact.knownBy = 'register';
  if (event.status) Object.assign(state.status, event.status);
  if (event.notes) state.notes['register'] = event.notes;
}

function changePerson({ plain, case: own, contact }: JourneyState, event: Of<'ParticipantChanged'>): void {
  const { recordedAt, id, plain: origin } = event;
  if (event.case) Object.assign(own, event.case);
  if (event.case?.bornOn !== undefined) plain.bornOnKnown = { at: recordedAt, event: id, ...origin };
  if (!event.contact) return;
  Object.assign(contact, event.contact);
  // a register's new telephone number changes nothing about who is written to
  if (origin.source && !('email' in event.contact) && !('channels' in event.contact)) return;
  contact.knownAt = recordedAt;
  if (origin.source) contact.knownBy = origin.source;
  else delete contact.knownBy;
}

/** Keeps the row that came last, and what it alone says. */
function updateRow(state: JourneyState, event: Of<'RegisterRowUpdated'>): void {
  const { firstContactOn, registerRow } = event.case ?? {};
  state.plain.rowUpdated = { command: event.commandId, columns: event.plain.columns };
  if (registerRow) state.case.registerRow = registerRow;
  if (event.status) Object.assign(state.status, event.status);
  if (event.contact) Object.assign(state.contact, event.contact);
  if (event.notes) state.notes['register'] = event.notes;
  if (firstContactOn === undefined) return;
  state.case.firstContactOn = firstContactOn;
  state.plain.firstContactBy = 'register';
}
