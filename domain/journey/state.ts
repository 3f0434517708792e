import { emptyAgenda, type Agenda } from '../deadlines/agenda.js';
import type { Instant, Day } from '../time.js';
import type {
  Actor,
  Basis,
  Contact,
  Data,
  ModuleState,
  Paper,
  Person,
  RegisterCells,
  Severity,
} from './events.js';

/**
 * Raise when `evolve` gives another state for the same events. Rows of an older fold are folded again from the
 * log; a process with an older fold refuses a row of a newer one.
 */
export const foldVersion = 1;

/** Everything that is known of a journey, in the parts in which it is sealed: an erased class leaves its default. */
export interface JourneyState {
  plain: PlainState;
  case: CaseState;
  status: StatusState;
  contact: Contact & { knownAt?: Instant; milestones: Record<string, Data>; registerRow?: RegisterCells };
  /** By the event or milestone that they belong to; the remark of the register's row is `register`. */
  notes: Record<string, { note?: string; data?: Data }>;
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
  takenOver: Basis | null;
  commune: string;
  coach: string | null;
  closedBecause: string | null;
  reopenedAt?: Instant;
  overlays: string[];
  /** All events, and the commands of people: the first is for the log, the second for forms. */
  streamVersion: number;
  version: number;
  lastCommand: string;
  lastRecordedAt: Instant;
  documents: { id: string; root: string; recordedAt: Instant; event: string; source?: 'register' }[];
  milestones: {
    id: string;
    milestone: string;
    recordedAt: Instant;
    recordedBy: Actor;
    event: string;
    data: Data;
    source?: 'register';
  }[];
  modules: { id: string; module: string; state: ModuleState; source?: 'register' }[];
  /** What was already done about the agenda, by opaque key or deadline id. */
  messages: Record<string, MessageAct>;
  missed: Record<string, Instant>;
  /** Raised and not cleared; its rule stands in the part of the rule's class. */
  flags: { id: string; severity: Severity; since: Instant; because: string }[];
}

export interface MessageAct {
  state: 'sending' | 'deferred' | 'sent' | 'failed' | 'suppressed';
  since: Instant;
  attempt: number;
  until?: Instant;
  why?: string;
}

export interface CaseState extends Partial<Person> {
  externalId?: string;
  firstContactOn?: Day;
  /** The last register row of this journey, in each class the cells that belong to it. */
  registerRow?: RegisterCells;
  closedOn?: Day;
  reopenedOn?: Day;
  milestones: Record<string, { on: Day; data: Data }>;
  modules: Record<string, { since: Day; provider?: string }>;
  flags: Record<string, { rule: string }>;
  agenda: Agenda;
}

export interface StatusState {
  papers: Record<string, Paper>;
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
    takenOver: null,
    commune: '',
    coach: null,
    closedBecause: null,
    overlays: [],
    streamVersion: 0,
    version: 0,
    lastCommand: '',
    lastRecordedAt: '',
    documents: [],
    milestones: [],
    modules: [],
    messages: {},
    missed: {},
    flags: [],
  },
  ...emptySealedState(),
});

/** What remains of the sealed parts when every key is gone. */
export const emptySealedState = (): Omit<JourneyState, 'plain'> => ({
  case: { milestones: {}, modules: {}, flags: {}, agenda: emptyAgenda() },
  status: { papers: {}, flags: {}, milestones: {}, agenda: emptyAgenda() },
  contact: { milestones: {} },
  notes: {},
});

/** The rule of a raised flag; `undefined` where the part that names it was erased. */
export const flagRule = ({ case: own, status }: JourneyState, flag: string): string | undefined =>
  own.flags[flag]?.rule ?? status.flags[flag]?.rule;
