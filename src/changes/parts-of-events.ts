import type { ChangedPart } from '../../contract/changes.js';
import { changedPart } from '../../contract/changes.js';
import type { JourneyEvent } from '../../domain/journey/events.js';

const everyPart = changedPart.options;
const ofMilestone: readonly ChangedPart[] = ['phase', 'milestones'];
const ofModule: readonly ChangedPart[] = ['phase', 'modules'];
const ofOverlay: readonly ChangedPart[] = ['overlays'];
/** A deadline tells how far its reminders are. */
const ofMessage: readonly ChangedPart[] = ['deadlines', 'messages'];

/** What each event makes read differently. Nothing tells one kind of paper from another. */
const parts: Readonly<Record<JourneyEvent['type'], readonly ChangedPart[]>> = {
  // it comes into somebody's sight, with all that is in it
  JourneyOpened: everyPart,
  JourneyTakenOver: everyPart,
  // beside what the other events of a row say: its first contact and its remark
  RegisterRowUpdated: ['participant', 'contacts'],
  CoachAssigned: everyPart,
  DocumentRecorded: ['documents'],
  DocumentWithdrawn: ['documents'],
  RenewalRequested: ['documents'],
  RenewalWithdrawn: ['documents'],
  MilestoneReached: ofMilestone,
  MilestoneWithdrawn: ofMilestone,
  ModuleChanged: ofModule,
  ModuleChangeWithdrawn: ofModule,
  ContactRecorded: ['contacts'],
  ContactWithdrawn: ['contacts'],
  ConsentWithdrawn: ['milestones', 'overlays'],
  ParticipantChanged: ['participant'],
  JourneyPaused: ofOverlay,
  JourneyResumed: ofOverlay,
  OverlaySet: ofOverlay,
  OverlayCleared: ofOverlay,
  JourneyClosed: ['phase'],
  JourneyReopened: ['phase'],
  FollowUpBegan: ['phase'],
  AgendaChanged: ofMessage,
  DeadlineMissed: ['deadlines'],
  DeadlineVerified: ['deadlines'],
  NoticeQueued: ofMessage,
  MessageSending: ofMessage,
  MessageSent: ofMessage,
  MessageDeferred: ofMessage,
  MessageFailed: ofMessage,
  MessageSuppressed: ofMessage,
  MessageHeldBack: ofMessage,
  MessageReleased: ofMessage,
  MessageResendRequested: ofMessage,
  TaskOpened: ['tasks'],
  TaskDone: ['tasks'],
  TaskReopened: ['tasks'],
  TaskGone: ['tasks'],
  FlagRaised: ['flags'],
  FlagCleared: ['flags'],
  FlagSnoozed: ['flags'],
  FlagSnoozeWithdrawn: ['flags'],
  CoachReminded: ['flags'],
};

/** The parts that an event of this type touches; all of them for one that a newer process wrote. */
export const partsOfEvent = (type: string): readonly ChangedPart[] =>
  Object.hasOwn(parts, type) ? parts[type as JourneyEvent['type']] : everyPart;

/** The parts that a mail to staff touches, in each journey of which it tells something. */
export const partsOfStaffMail = ofMessage;

/** Without one of these, nothing changes of what a coach sees of a colleague's journey: its name, phase and coach. */
export const partsSeenReduced: readonly ChangedPart[] = ['phase', 'coach', 'participant'];
