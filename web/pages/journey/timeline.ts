import type { EventView } from '../../../contract/journeys/event.js';
import { berlinDay, type Day } from '../../time/days.js';

/** What an event is about: what the filter over the timeline goes by. */
export const kinds = ['record', 'deadline', 'message', 'attention', 'journey'] as const;
export type Kind = (typeof kinds)[number];

/** Which of the two clocks a timeline goes by. */
export type Clock = 'recorded' | 'occurred';

/** An event with what belongs to it. */
export interface Entry {
  event: EventView;
  kind: Kind;
  /** The withdrawal that took it back. */
  withdrawnBy?: EventView;
  /** The record that this withdrawal took back. */
  withdraws?: EventView;
  /** What was planned anew because of it. */
  plans: EventView[];
  /** How many reminders that planned, moved and dropped. */
  effects: { planned: number; moved: number; cancelled: number };
  /** It happened on another day than the one on which it was recorded. */
  differs: boolean;
}

export interface DayOfEntries {
  day: Day;
  entries: Entry[];
}

const families: Readonly<Record<string, string>> = {
  MilestoneReached: 'milestones',
  MilestoneWithdrawn: 'milestones',
  ContactRecorded: 'contacts',
  ContactWithdrawn: 'contacts',
  DocumentRecorded: 'documents',
  DocumentWithdrawn: 'documents',
  ModuleChanged: 'modules',
  ModuleChangeWithdrawn: 'modules',
  RenewalRequested: 'renewal-requests',
  RenewalWithdrawn: 'renewal-requests',
};

/** Where the record of an event lies, if it is one that can be withdrawn: `milestones/<id>`. */
export function recordOf({ type, data }: EventView): string | undefined {
  const id = data.record ?? data.document;
  const family = families[type];
  return family !== undefined && typeof id === 'string' ? `${family}/${id}` : undefined;
}

const isWithdrawal = ({ type }: EventView): boolean =>
  type.endsWith('Withdrawn') && type !== 'ConsentWithdrawn';

export function kindOf({ type }: EventView): Kind {
  if (type in families || type === 'ConsentWithdrawn') return 'record';
  if (type.startsWith('Deadline') || type === 'AgendaChanged') return 'deadline';
  if (type.startsWith('Message') || type === 'NoticeQueued') return 'message';
  if (type.startsWith('Flag') || type.startsWith('Task')) return 'attention';
  return 'journey';
}

/** The entries of a timeline: a plan stands with what caused it, a withdrawal knows what it took back. */
export function entriesOf(events: readonly EventView[]): Entry[] {
  const entries: Entry[] = [];
  const standing = new Map<string, Entry[]>();
  const acts = new Map<string, string>();
  for (const event of events) {
    const cause = event.type === 'AgendaChanged' ? causeOf(event, entries) : undefined;
    if (cause) {
      cause.plans.push(event);
      addPlan(cause, event, acts);
      continue;
    }
    const effects = { planned: 0, moved: 0, cancelled: 0 };
    const entry: Entry = { event, kind: kindOf(event), plans: [], effects, differs: differs(event) };
    if (event.type === 'AgendaChanged') addPlan(entry, event, acts);
    entries.push(entry);
    const record = recordOf(event);
    if (record === undefined) continue;
    const stack = standing.get(record) ?? [];
    standing.set(record, stack);
    if (!isWithdrawal(event)) {
      stack.push(entry);
      continue;
    }
    const taken = stack.pop();
    if (!taken) continue;
    taken.withdrawnBy = event;
    entry.withdraws = taken.event;
  }
  return entries;
}

/** The first that the same command recorded: what was planned anew was planned because of it. */
const causeOf = ({ commandId }: EventView, entries: readonly Entry[]): Entry | undefined =>
  entries.findLast(({ event }) => event.commandId === commandId);

const differs = ({ occurredAt, recordedAt }: EventView): boolean =>
  berlinDay(occurredAt) !== berlinDay(recordedAt);

/** A record that was taken back at once stands with its withdrawal in one entry. */
export const undoneAtOnce = ({ withdrawnBy }: Entry): boolean =>
  withdrawnBy?.data.reason === 'undone_at_once';
const undoesAtOnce = ({ event, withdraws }: Entry): boolean =>
  withdraws !== undefined && event.data.reason === 'undone_at_once';

/** What is shown, the newest first. */
export function shownOf(entries: readonly Entry[], kind: Kind | undefined, clock: Clock): Entry[] {
  const at = clock === 'recorded' ? 'recordedAt' : 'occurredAt';
  return entries
    .filter((entry) => !undoesAtOnce(entry) && (kind === undefined || entry.kind === kind))
    .sort(({ event: a }, { event: b }) => b[at].localeCompare(a[at]) || b.version - a.version);
}

/** Grouped by day, in the order in which they come. */
export function daysOf(entries: readonly Entry[], clock: Clock): DayOfEntries[] {
  const days: DayOfEntries[] = [];
  for (const entry of entries) {
    const day = berlinDay(clock === 'recorded' ? entry.event.recordedAt : entry.event.occurredAt);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}

/** Whether it still can be withdrawn; of a module only the newest step. */
export function canBeWithdrawn(entry: Entry, entries: readonly Entry[]): boolean {
  const record = recordOf(entry.event);
  if (record === undefined || isWithdrawal(entry.event) || entry.withdrawnBy) return false;
  return !entries.some(
    (other) =>
      other !== entry &&
      !other.withdrawnBy &&
      !isWithdrawal(other.event) &&
      other.event.version > entry.event.version &&
      recordOf(other.event) === record,
  );
}

interface Planned {
  key: string;
  act: string;
}

/** Counts the reminders of a plan; what was just told has left the plan by that, and does not count. */
function addPlan(entry: Entry, { data }: EventView, acts: Map<string, string>): void {
  const items = (name: string): Planned[] => (Array.isArray(data[name]) ? (data[name] as Planned[]) : []);
  for (const { key, act } of [...items('planned'), ...items('moved')]) acts.set(key, act);
  const dropped = Array.isArray(data.cancelled) ? (data.cancelled as string[]) : [];
  const counts = (key: string): boolean =>
    key !== entry.event.data.key && ['remind', 'notify'].includes(acts.get(key) ?? '');
  entry.effects.planned += items('planned').filter(({ key }) => counts(key)).length;
  entry.effects.moved += items('moved').filter(({ key }) => counts(key)).length;
  entry.effects.cancelled += dropped.filter(counts).length;
}
