import type { JourneyEvent } from '../../domain/journey/events.js';
import { schemaVersion as currentVersion } from '../../domain/journey/handle.js';
import type { StaffMailEvent } from '../../domain/staff-mail/events.js';

/** An event of any schema version, opened. */
export interface OpenedEvent {
  type: string;
  schemaVersion: number;
  plain: unknown;
  [part: string]: unknown;
}

type Upcaster = (event: OpenedEvent) => OpenedEvent;

/**
 * Steps from one schema version of an event type to the next, keyed `Type@from`; pure, applied here and nowhere
 * else, to what is loaded and to what is fed. None was needed so far: every type is of version 1.
 */
const upcasters: Record<string, Upcaster> = {};

/** Every type of event, with the schema versions in which it was ever written: the compiler asks for a new one. */
export const everyKind: Record<JourneyEvent['type'] | StaffMailEvent['type'], readonly number[]> = {
  JourneyOpened: [1],
  JourneyTakenOver: [1],
  RegisterRowUpdated: [1],
  CoachAssigned: [1],
  DocumentRecorded: [1],
  MilestoneReached: [1],
  ModuleChanged: [1],
  JourneyClosed: [1],
  JourneyReopened: [1],
  AgendaChanged: [1],
  DeadlineMissed: [1],
  DeadlineVerified: [1],
  RenewalRequested: [1],
  ConsentWithdrawn: [1],
  ParticipantChanged: [1],
  ContactRecorded: [1],
  JourneyPaused: [1],
  JourneyResumed: [1],
  OverlaySet: [1],
  OverlayCleared: [1],
  DocumentWithdrawn: [1],
  MilestoneWithdrawn: [1],
  ContactWithdrawn: [1],
  RenewalWithdrawn: [1],
  ModuleChangeWithdrawn: [1],
  FollowUpBegan: [1],
  NoticeQueued: [1],
  TaskOpened: [1],
  TaskDone: [1],
  TaskReopened: [1],
  TaskGone: [1],
  FlagSnoozed: [1],
  FlagSnoozeWithdrawn: [1],
  CoachReminded: [1],
  MessageSending: [1],
  MessageSent: [1],
  MessageDeferred: [1],
  MessageFailed: [1],
  MessageSuppressed: [1],
  MessageHeldBack: [1],
  MessageReleased: [1],
  MessageResendRequested: [1],
  FlagRaised: [1],
  FlagCleared: [1],
  StaffMailSending: [1],
  StaffMailSent: [1],
  StaffMailDeferred: [1],
  StaffMailFailed: [1],
  StaffMailSuppressed: [1],
};

/** Brings an event to the current schema version. Throws on a version that no step leads on from: a newer process wrote it. */
export function upcast<Event = JourneyEvent>(event: OpenedEvent): Event & { schemaVersion: number } {
  let current = event;
  while (current.schemaVersion !== currentVersion) {
    const step = upcasters[`${current.type}@${current.schemaVersion}`];
    if (!step)
      throw new Error(`Event ${current.type} of schema version ${current.schemaVersion} is unknown here`);
    current = step(current);
  }
  return current as unknown as Event & { schemaVersion: number };
}
