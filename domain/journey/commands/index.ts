import type { ProposedEvent } from '../events.js';
import type { JourneyState } from '../state.js';
import { assignCoach, type AssignCoach } from './assign-coach.js';
import type { CarryOutDue } from './carry-out-due.js';
import { closeJourney, reopenJourney, type CloseJourney, type ReopenJourney } from './close-journey.js';
import type { DecisionContext } from './context.js';
import { openJourney, takeOverJourney, type OpenJourney, type TakeOverJourney } from './open-journey.js';
import { Refusal } from '../refusal.js';
import {
  holdMessage,
  releaseMessage,
  resendMessage,
  tellInPerson,
  type HoldMessage,
  type ReleaseMessage,
  type ResendMessage,
  type TellInPerson,
} from './steer-message.js';
import { changeModule, proposeModule, type ChangeModule, type ProposeModule } from './change-module.js';
import { recordContact, type RecordContact } from './record-contact.js';
import { requestRenewal, type RequestRenewal } from './request-renewal.js';
import { changeParticipant, type ChangeParticipant } from './change-participant.js';
import { withdrawConsent, type WithdrawConsent } from './withdraw-consent.js';
import {
  pauseJourney,
  resumeJourney,
  setOverlay,
  clearOverlay,
  type PauseJourney,
  type ResumeJourney,
  type SetOverlay,
  type ClearOverlay,
} from './pause-journey.js';
import { withdrawRecord, type WithdrawRecord } from './withdraw-record.js';
import {
  verifyDeadline,
  snoozeFlag,
  doTask,
  type VerifyDeadline,
  type SnoozeFlag,
  type DoTask,
} from './attend.js';

import { reopenTask, wakeFlag, type ReopenTask, type WakeFlag } from './reopen.js';
import { remindCoach, type RemindCoach } from './remind-coach.js';
import { reachMilestone, type ReachMilestone } from './reach-milestone.js';
import { recordDocument, type RecordDocument } from './record-document.js';
import { updateFromRegister } from './update-from-register.js';
import type { UpdateFromRegister } from '../register/row.js';
import {
  reportPlanningFailed,
  reportPlanningRestored,
  type ReportPlanningFailed,
  type ReportPlanningRestored,
} from './report-planning-failed.js';
import {
  claimMessage,
  settleMessage,
  suppressMessage,
  type ClaimMessage,
  type SettleMessage,
  type SuppressMessage,
} from './send-message.js';

/** Every wish of a person or of the clock. */
export type Command =
  | OpenJourney
  | TakeOverJourney
  | UpdateFromRegister
  | RecordDocument
  | ReachMilestone
  | CloseJourney
  | ReopenJourney
  | AssignCoach
  | ChangeModule
  | ProposeModule
  | RecordContact
  | RequestRenewal
  | ChangeParticipant
  | WithdrawConsent
  | PauseJourney
  | ResumeJourney
  | SetOverlay
  | ClearOverlay
  | WithdrawRecord
  | VerifyDeadline
  | SnoozeFlag
  | DoTask
  | WakeFlag
  | ReopenTask
  | RemindCoach
  | CarryOutDue
  | ClaimMessage
  | SettleMessage
  | SuppressMessage
  | HoldMessage
  | ReleaseMessage
  | TellInPerson
  | ResendMessage
  | ReportPlanningFailed
  | ReportPlanningRestored;

/** Decides a command against the state: the events that follow, none when it says nothing new, or a Refusal. */
export function decide(state: JourneyState, command: Command, context: DecisionContext): ProposedEvent[] {
  const opens = command.type === 'OpenJourney' || command.type === 'TakeOverJourney';
  if (!opens && !state.plain.opened) throw new Refusal('no-such-journey', 'There is no such journey.');
  switch (command.type) {
    case 'OpenJourney':
      return openJourney(state, command, context);
    case 'TakeOverJourney':
      return takeOverJourney(state, command, context);
    case 'UpdateFromRegister':
      return updateFromRegister(state, command, context);
    case 'RecordDocument':
      return recordDocument(state, command, context);
    case 'ReachMilestone':
      return reachMilestone(state, command, context);
    case 'CloseJourney':
      return closeJourney(state, command, context);
    case 'ReopenJourney':
      return reopenJourney(state, command, context);
    case 'AssignCoach':
      return assignCoach(state, command);
    case 'ChangeModule':
      return changeModule(state, command, context);
    case 'ProposeModule':
      return proposeModule(state, command, context);
    case 'RecordContact':
      return recordContact(state, command, context);
    case 'RequestRenewal':
      return requestRenewal(state, command, context);
    case 'ChangeParticipant':
      return changeParticipant(state, command);
    case 'WithdrawConsent':
      return withdrawConsent(state, command, context);
    case 'PauseJourney':
      return pauseJourney(state, command, context);
    case 'ResumeJourney':
      return resumeJourney(state, command, context);
    case 'SetOverlay':
      return setOverlay(state, command, context);
    case 'ClearOverlay':
      return clearOverlay(state, command);
    case 'WithdrawRecord':
      return withdrawRecord(state, command, context);
    case 'VerifyDeadline':
      return verifyDeadline(state, command, context);
    case 'SnoozeFlag':
      return snoozeFlag(state, command, context);
    case 'DoTask':
      return doTask(state, command, context);
    case 'WakeFlag':
      return wakeFlag(state, command, context);
    case 'ReopenTask':
      return reopenTask(state, command);
    case 'RemindCoach':
      return remindCoach(state, command, context);
    case 'CarryOutDue':
      return [];
    case 'ClaimMessage':
      return claimMessage(state, command, context);
    case 'SettleMessage':
      return settleMessage(state, command, context);
    case 'SuppressMessage':
      return suppressMessage(state, command, context);
    case 'HoldMessage':
      return holdMessage(state, command);
    case 'ReleaseMessage':
      return releaseMessage(state, command);
    case 'TellInPerson':
      return tellInPerson(state, command);
    case 'ResendMessage':
      return resendMessage(state, command);
    case 'ReportPlanningFailed':
      return reportPlanningFailed(state, context);
    case 'ReportPlanningRestored':
      return reportPlanningRestored(state);
  }
}
