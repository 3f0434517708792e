import { emptyAgenda, type Agenda, type AgendaByClass } from '../deadlines/agenda.js';
import type { Instant, Day } from '../time.js';
import type {
  Actor,
  Basis,
  Contact,
  Data,
  HoldReason,
  ModuleState,
  Overlay,
  Paper,
  Person,
  Proof,
  Purpose,
  RegisterCells,
  Severity,
  TaskKind,
  Told,
} from './events.js';

/**
 * Raise when `evolve` gives another state for the same events, or the rows of a state hold something more: a column, or a
 * read model that is new. Rows of an older fold are folded again from the log; a process with an older fold refuses a row
 * of a newer one.
 */
export const foldVersion = 9;

/** Everything that is known of a journey, in the parts in which it is sealed: an erased class leaves its default. */
export interface JourneyState {
  plain: PlainState;
  case: CaseState;
  status: StatusState;
  contact: ContactState;
  /** By the event or milestone that they belong to; the remark of the register's row is `register`. */
  notes: Record<string, { note?: string; data?: Data; reason?: string }>;
}

/** Codes only: stays readable for ever. */
export interface PlainState {
  journey: string;
  participant: string;
  programme: string;
  programmeVersion: number;
  opened: boolean;
  open: boolean;
  openedAt: Instant;
  /** The event of opening: the reason of what follows from the entry itself. */
  openedBy: string;
  takenOver: Basis | null;
  /** The last time that an edited row came: by which command, and what was taken over of it. */
  rowUpdated?: { command: string; columns: string[] };
  /** Set where a register told the first contact later: no clock starts before that. */
  firstContactBy?: 'register';
  /** Since when the birth date is known, where it was corrected. */
  bornOnKnown?: { at: Instant; event: string; source?: 'register' };
  commune: string;
  coach: string | null;
  closedBecause: string | null;
  closed?: { at: Instant; event: string };
  reopenedAt?: Instant;
  /** What a person set; see overlaysOf for all that hold. */
  overlays: Overlay[];
  paused: boolean;
  resumedAt?: Instant;
  /** Purposes whose consent was withdrawn, with the instant; a later consent stands again. */
  consentWithdrawn: { purposes: Purpose[]; recordedAt: Instant; event: string }[];
  /** All events, and the commands of people: the first is for the log, the second for forms. */
  streamVersion: number;
  version: number;
  lastCommand: string;
  lastRecordedAt: Instant;
  documents: {
    id: string;
    root: string;
    recordedAt: Instant;
    event: string;
    source?: 'register';
    withdrawn?: true;
  }[];
  renewals: { id: string; recordedAt: Instant; event: string; withdrawn?: true }[];
  contacts: ContactFact[];
  followUps: { placement: string; event: string }[];
  milestones: {
    id: string;
    milestone: string;
    recordedAt: Instant;
    recordedBy: Actor;
    event: string;
    data: Data;
    source?: 'register';
    withdrawn?: true;
  }[];
  /** Each with its states, the newest last; a withdrawn change is taken off, an instance without any is withdrawn. */
  modules: ModuleFact[];
  /** What was already done about the agenda, by opaque key or deadline id. */
  messages: Record<string, MessageAct>;
  missed: Record<string, Instant>;
  notices: Record<string, NoticeFact>;
  verified: Record<string, { by: Actor; event: string }>;
  flags: FlagFact[];
  tasks: TaskFact[];
}

export interface ContactFact {
  id: string;
  channel: string;
  direction: 'out' | 'in';
  reached: boolean;
  topics: string[];
  recordedAt: Instant;
  recordedBy: Actor;
  event: string;
  withdrawn?: true;
}

export interface ModuleFact {
  id: string;
  module: string;
  states: { state: ModuleState; event: string; recordedAt: Instant }[];
  source?: 'register';
}

/** Raised and not cleared; its rule stands in the part of the rule's class. */
export interface FlagFact {
  id: string;
  severity: Severity;
  since: Instant;
  /** When it was raised first, and when with this severity: `since` may lie before what was known then. */
  firstRaisedAt: Instant;
  raisedAt: Instant;
  because: string;
  snoozedUntil?: Day;
  snoozedAt?: Instant;
  /** Earlier times that it was put aside, the last one last: they stand again when a later one is withdrawn. */
  snoozedBefore?: { until: Day; at: Instant }[];
  /** When a coordinator has reminded the coach of it last. */
  remindedAt?: Instant;
}

/** What is due to staff, queued for a mail; who has had it stands in the streams of their accounts. */
export interface NoticeFact {
  at: Instant;
  to: 'coach' | 'coordinator';
  /** The deadline, flag or task. */
  about: string;
  urgent?: true;
}

export interface TaskFact {
  id: string;
  kind: TaskKind;
  severity: Severity;
  state: 'open' | 'done' | 'gone';
  openedAt: Instant;
  because: string;
}

export interface MessageAct extends Partial<Told> {
  /** The message that its mail is named after; its own key where it is alone or the first. */
  mail: string;
  /** When it was handed to the SMTP server first. */
  firstTriedAt?: Instant;
  /** `planned_again`: a person has let it go, or asked for it once more; it goes as if it had never been tried. */
  state: 'sending' | 'deferred' | 'sent' | 'failed' | 'suppressed' | 'held_back' | 'planned_again';
  since: Instant;
  attempt: number;
  /** How many of the attempts were made before it was to be sent again. */
  earlier?: number;
  until?: Instant;
  why?: string;
  /** A try of it ended without an answer of the server's: nobody knows whether it arrived. */
  unclear?: true;
  heldBack?: { by: Actor; reason: HoldReason };
}

export interface CaseState extends Partial<Person> {
  externalId?: string;
  firstContactOn?: Day;
  /** Journeys of perhaps the same person, found at the opening. */
  possibleDuplicates?: string[];
  /** The last register row of this journey, in each class the cells that belong to it. */
  registerRow?: RegisterCells;
  closedOn?: Day;
  reopenedOn?: Day;
  milestones: Record<string, { on: Day; data: Data }>;
  /** By the event of the change. */
  modules: Record<string, { on: Day; provider?: string; reason?: string; result?: string }>;
  contacts: Record<string, { on: Day }>;
  pausedOn?: Day;
  overlays: Record<string, { since: Day }>;
  followUps: Record<string, { on: Day }>;
  verified: Record<string, Day>;
  flags: Record<string, { rule: string }>;
  /** What a task is about: the id of a record, or of a message. */
  tasks: Record<string, { subject: string }>;
  agenda: Agenda;
}

export interface ContactState extends Contact {
  knownAt?: Instant;
  /** Absent where a person said it last. */
  knownBy?: 'register';
  milestones: Record<string, Data>;
  registerRow?: RegisterCells;
  /** By mail: the language in which it went out. */
  languages: Record<string, string>;
}

export interface StatusState {
  papers: Record<string, Paper>;
  renewals: Record<string, { on: Day; proof: Proof }>;
  flags: Record<string, { rule: string }>;
  milestones: Record<string, Data>;
  registerRow?: RegisterCells;
  agenda: Agenda;
}

/** The state before the first event. */
export const initialState = (journey: string): JourneyState => ({
  plain: {
    journey,
    participant: '',
    programme: '',
    programmeVersion: 0,
    opened: false,
    open: false,
    openedAt: '',
    openedBy: '',
    takenOver: null,
    commune: '',
    coach: null,
    closedBecause: null,
    overlays: [],
    paused: false,
    consentWithdrawn: [],
    streamVersion: 0,
    version: 0,
    lastCommand: '',
    lastRecordedAt: '',
    documents: [],
    renewals: [],
    contacts: [],
    followUps: [],
    milestones: [],
    modules: [],
    messages: {},
    missed: {},
    notices: {},
    verified: {},
    flags: [],
    tasks: [],
  },
  ...emptySealedState(),
});

/** What remains of the sealed parts when every key is gone. */
export const emptySealedState = (): Omit<JourneyState, 'plain'> => ({
  case: {
    milestones: {},
    modules: {},
    contacts: {},
    overlays: {},
    followUps: {},
    verified: {},
    flags: {},
    tasks: {},
    agenda: emptyAgenda(),
  },
  status: { papers: {}, renewals: {}, flags: {}, milestones: {}, agenda: emptyAgenda() },
  contact: { milestones: {}, languages: {} },
  notes: {},
});

/** The recorded agenda, both halves. */
export const agendaOf = ({ case: own, status }: JourneyState): AgendaByClass => ({
  case: own.agenda,
  status: status.agenda,
});

/** The rule of a raised flag; `undefined` where the part that names it was erased. */
export const flagRule = ({ case: own, status }: JourneyState, flag: string): string | undefined =>
  own.flags[flag]?.rule ?? status.flags[flag]?.rule;
