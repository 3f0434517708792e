import type { Day, Instant } from '../time.js';

export type Recipient = 'participant' | 'coach' | 'coordinator';

/** A deadline as planned: a function of the facts; its days are calendar days in the programme's region. */
export interface Deadline {
  id: string;
  previousId?: string;
  rule: string;
  ruleVersion: number;
  /** The record (paper, milestone) whose date it comes from, and that date as recorded. */
  anchor: string;
  anchorValue: Day;
  /** `dueRaw` is the day by the law; `due` the day after rolling, which is what people are shown. */
  dueRaw: Day;
  due: Day;
  state: 'open' | 'done' | 'missed' | 'cancelled';
  /** Id of the event that made it so. */
  because: string;
}

/** Something that the clock will have carried out: a message at its rung, or the deadline's being missed. */
export interface AgendaItem {
  /** Opaque: an HMAC over journey, rule, anchor, rung and recipient; also the Message-ID. */
  key: string;
  act: 'remind' | 'notify' | 'miss' | 'flag' | 'follow_up' | 'give_up';
  /** The deadline it belongs to; a flag's, a task's or a placement's id. */
  deadline: string;
  rule: string;
  rung: string;
  to?: Recipient;
  text?: string;
  at: Instant;
  /** To staff at once, in a mail of its own, not with the next working morning's. */
  urgent?: true;
  /** It is ready, and waits for a reason of its own; what a person holds back is due when a person lets it go. */
  held?: 'weekly_limit' | 'held_back';
}

export interface Agenda {
  deadlines: Record<string, Deadline>;
  items: Record<string, AgendaItem>;
  /** Messages and notices that are no longer ahead, sent or cancelled: the list of messages still shows them. */
  past: Record<string, AgendaItem>;
  /** Per message: when it was planned, or left the agenda. */
  since: Record<string, Instant>;
  /** Per message or notice that will not be told: why. */
  why: Record<string, string>;
}

/** The difference between two agendas of one retention class. */
export interface AgendaDiff {
  deadlines: Deadline[];
  planned: AgendaItem[];
  moved: AgendaItem[];
  cancelled: string[];
  /** Of what was cancelled and not done: why. */
  why?: Record<string, string>;
}

/** The agenda's two halves: rules whose key tells the kind of paper are sealed as `status`, the others as `case`. */
export type AgendaByClass = { case: Agenda; status: Agenda };

/** An agenda in which nothing is planned. */
export const emptyAgenda = (): Agenda => ({ deadlines: {}, items: {}, past: {}, since: {}, why: {} });

/**
 * The same to be filled by a plan: an object without a prototype is a table of keys for V8 from the beginning, while
 * another one gets a shape of its own with each key, a tenth of a plan's time.
 */
export const agendaToFill = (): Agenda => ({ ...emptyAgenda(), deadlines: table(), items: table() });

const table = <Entry>(): Record<string, Entry> => Object.create(null) as Record<string, Entry>;

/** The deadlines of both halves. */
export const deadlinesIn = ({ case: own, status }: AgendaByClass): Deadline[] => [
  ...Object.values(own.deadlines),
  ...Object.values(status.deadlines),
];

/** Everything that comes by itself: without what a person holds back. */
export const comingIn = (agenda: AgendaByClass): AgendaItem[] =>
  itemsIn(agenda).filter(({ held }) => held !== 'held_back');

/** Everything that lies ahead in both halves. */
export const itemsIn = ({ case: own, status }: AgendaByClass): AgendaItem[] => [
  ...Object.values(own.items),
  ...Object.values(status.items),
];
