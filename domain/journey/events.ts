import type { AgendaDiff } from '../deadlines/agenda.js';
import type { RetentionClass } from './classes.js';
import type { Instant, Day } from '../time.js';

/**
 * What can have happened in a journey. Stored as written here, for years: add fields as optional; to change a
 * meaning, add an event. `plain` holds only codes that may stay for ever; everything else lies in the part of its
 * retention class, which is absent when its key was destroyed. Every type has golden files under `test/golden/`.
 */
export type JourneyEvent =
  | Fact<
      'JourneyOpened',
      Entry,
      Person & {
        externalId?: string;
        firstContactOn?: Day;
        exception?: string;
        /** Journeys of perhaps the same person, of which whoever opened was told. */
        possibleDuplicates?: string[];
      }
    >
  | Fact<
      'JourneyTakenOver',
      Entry & { source: 'register'; basis: Basis },
      Person & { externalId?: string; firstContactOn?: Day; on: Day; registerRow?: RegisterCells },
      { registerRow?: RegisterCells },
      Contact & { registerRow?: RegisterCells },
      { note: string }
    >
  /** The row of a journey came again, edited; `columns` names the cells that were taken over. */
  | Fact<
      'RegisterRowUpdated',
      { source: 'register'; basis: Basis; columns: string[] },
      { on: Day; registerRow: RegisterCells; firstContactOn?: Day },
      { registerRow: RegisterCells },
      { registerRow: RegisterCells },
      { note: string }
    >
  | Fact<'CoachAssigned', { coach: string | null }, { hint?: string }>
  | Fact<'DocumentRecorded', { document: string; corrects?: string; source?: 'register' }, never, Paper>
  | Fact<
      'MilestoneReached',
      { record: string; milestone: string; data?: Data; source?: 'register' },
      { on: Day; data?: Data },
      { data?: Data },
      { data?: Data },
      { note?: string; data?: Data }
    >
  | Fact<
      'ModuleChanged',
      { record: string; module: string; state: ModuleState; source?: 'register' },
      { on: Day; provider?: string; reason?: string; result?: string }
    >
  | Fact<'JourneyClosed', { reason: string }, { on: Day }, never, never, { note?: string }>
  | Fact<'JourneyReopened', Record<string, never>, { on: Day }, never, never, { note?: string }>
  | Fact<'AgendaChanged', { stamp: string }, AgendaDiff, AgendaDiff>
  | Fact<'DeadlineMissed', { deadline: string }>
  | Fact<'DeadlineVerified', { deadline: string }, { on: Day }>
  | Fact<'RenewalRequested', { record: string }, never, { on: Day; proof: Proof }, never, { note?: string }>
  | Fact<'ConsentWithdrawn', { purposes: Purpose[] }, { on: Day }>
  | Fact<'ParticipantChanged', { source?: 'register' }, Partial<Person>, never, Contact>
  | Fact<
      'ContactRecorded',
      { record: string; channel: string; direction: 'out' | 'in'; reached: boolean; topics?: string[] },
      { on: Day },
      never,
      never,
      { note?: string }
    >
  | Fact<'JourneyPaused', { reason?: string }, { on: Day }, never, never, { note?: string }>
  | Fact<'JourneyResumed', Record<string, never>, { on: Day }, never, never, { note?: string }>
  | Fact<'OverlaySet', { overlay: Overlay }, { since: Day }, never, never, { note?: string }>
  | Fact<'OverlayCleared', { overlay: Overlay }>
  | Fact<'DocumentWithdrawn', Withdrawn, never, never, never, Reason>
  | Fact<'MilestoneWithdrawn', Withdrawn, never, never, never, Reason>
  | Fact<'ContactWithdrawn', Withdrawn, never, never, never, Reason>
  | Fact<'ModuleChangeWithdrawn', Withdrawn, never, never, never, Reason>
  | Fact<'RenewalWithdrawn', Withdrawn, never, never, never, Reason>
  | Fact<'FollowUpBegan', { placement: string }, { on: Day }>
  /** `about` is the deadline, flag or task that staff are told of. */
  | Fact<'NoticeQueued', { key: string; to: 'coach' | 'coordinator'; about: string; urgent?: true }>
  | Fact<'TaskOpened', { task: string; kind: TaskKind; severity: Severity }, { subject: string }>
  | Fact<'TaskDone', { task: string }, { on: Day }, never, never, { note?: string }>
  | Fact<'TaskReopened', { task: string }>
  | Fact<'TaskGone', { task: string }>
  /** The message that a mail is named after, the others that it carries, and what they are told with. */
  | Fact<
      'MessageSending',
      { key: string; attempt: number } & Carried & Partial<Told>,
      never,
      never,
      { language: string }
    >
  /** `why` is there where no mail went out: the past of a demonstration is made up. */
  | Fact<'MessageSent', { key: string; why?: 'demonstration' }>
  | Fact<'MessageDeferred', { key: string; attempt: number; until: Instant; why: string } & Carried>
  | Fact<'MessageFailed', { key: string; why: string }>
  | Fact<'MessageSuppressed', { key: string; why: string }>
  /** A person wants it to wait, until a person lets it go. */
  | Fact<'MessageHeldBack', { key: string; reason: HoldReason }>
  | Fact<'MessageReleased', { key: string }>
  /** It had failed for good, and certainly did not arrive: it is planned once more. */
  | Fact<'MessageResendRequested', { key: string }>
  | Fact<
      'FlagRaised',
      { flag: string; severity: Severity; since: Instant },
      { rule: string },
      { rule: string }
    >
  | Fact<'FlagCleared', { flag: string }>
  | Fact<'FlagSnoozed', { flag: string; until: Day }, never, never, never, Reason>
  /** The last putting aside was a mistake: the one before it stands again. */
  | Fact<'FlagSnoozeWithdrawn', { flag: string }>
  /** A coordinator has asked the coach to look at it. */
  | Fact<'CoachReminded', { flag: string }>;

export type Severity = 1 | 2 | 3;
export type Purpose = 'case_work' | 'reminders' | 'provider';
export type Proof = 'receipt_seen' | 'third_party_confirmed' | 'self_reported';
/** What a person sets; `suspended` follows from a pause and `consent_withdrawn` from a withdrawal. */
export type Overlay = 'unreachable' | 'status_crisis';
export type TaskKind =
  | 'fact_missing'
  | 'tell_participant'
  | 'delivery_failed'
  | 'no_callback_number'
  | 'consent_withdrawn'
  | 'close_proposed';

/** Why a message is to wait; a code, so that whoever may see the message may see it. */
export const holdReasons = ['soon_in_person', 'asked_for_quiet', 'to_be_checked', 'other'] as const;
export type HoldReason = (typeof holdReasons)[number];

interface Carried {
  with?: string[];
}

/** Which text went out, in which version, and whether a speaker of its language had read it. */
export interface Told {
  text: string;
  textVersion: number;
  reviewed: boolean;
}

interface Withdrawn {
  record: string;
}
interface Reason {
  reason: string;
}

/** One event: its type, its plain part and, per retention class, a part that may be gone. */
interface Fact<
  Type extends string,
  Plain,
  Case = never,
  Status = never,
  Contact = ContactOf<Type>,
  Notes = never,
> {
  type: Type;
  plain: Plain;
  case?: Case;
  status?: Status;
  contact?: Contact;
  notes?: Notes;
}

type ContactOf<Type> = Type extends 'JourneyOpened' ? Contact : never;

/** Values of a milestone's fields; the programme says their names, kinds and classes. */
export type Data = Record<string, unknown>;

/** A register's row as it stood, by column, blank cells left out: a cell counts as edited when it differs from it. */
export type RegisterCells = Record<string, string>;

export type Basis = 'consent_on_paper' | 'public_task';

export type ModuleState =
  | 'proposed'
  | 'applied'
  | 'waitlisted'
  | 'enrolled'
  | 'active'
  | 'paused'
  | 'completed'
  | 'aborted'
  | 'not_started';

/** What stays for ever: where, by which programme, and the coarse classes at entry that figures need. */
export interface Entry {
  participant: string;
  programme: string;
  programmeVersion: number;
  commune: string;
  coach: string | null;
  atEntry: { ageGroup: string; sex: string; statusClass: string };
}

export interface Person {
  givenName: string;
  familyName: string;
  bornOn: Day;
  sex?: 'male' | 'female' | 'diverse';
  nationality?: string;
  germanLevel?: string;
  schoolCertificate?: string;
  coachHint?: string;
}

export interface Contact {
  language?: string;
  secondLanguage?: string;
  phone?: string;
  email?: string;
  channels?: string[];
}

export interface Paper {
  kind: string;
  validUntil?: Day;
  validFrom?: Day;
  employmentNote: string;
}

/** Who did it. `engine` is Lotse itself; what it records makes no form of a person stale. */
export interface Actor {
  kind: 'person' | 'engine' | 'demonstration';
  id: string;
  role?: string;
}

/** What the log adds to an event; `erased` names the classes whose key was destroyed. */
export interface Recorded {
  id: string;
  version: number;
  schemaVersion: number;
  commandId: string;
  correlationId: string;
  causationId: string;
  actor: Actor;
  occurredAt: Instant;
  recordedAt: Instant;
  erased: readonly RetentionClass[];
}

export type RecordedEvent = JourneyEvent & Recorded;

/** An event that a command proposes; `occurredOn` is the day that the writer names, default the day of recording. */
export type ProposedEvent = JourneyEvent & { occurredOn?: Day; by?: 'engine' };
