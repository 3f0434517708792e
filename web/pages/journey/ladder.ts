import type { Deadline, MessageState } from '../../../contract/journeys/deadline.js';
import { berlinDay, daysFrom, type Day } from '../../time/days.js';

/** A rung of a deadline's ladder: who is told on a day, and what became of it. */
export interface Rung {
  day: Day;
  /** Days before the deadline; negative after it. */
  before: number;
  told: { to: string; state: MessageState }[];
}

/** The reminders of a deadline by day, the earliest first. */
export function ladderOf({ due, reminders }: Pick<Deadline, 'due' | 'reminders'>): Rung[] {
  const rungs = new Map<Day, Rung>();
  for (const { at, to, state } of [...reminders].sort((a, b) => a.at.localeCompare(b.at))) {
    const day = berlinDay(at);
    const rung = rungs.get(day) ?? { day, before: daysFrom(day, due), told: [] };
    rungs.set(day, rung);
    rung.told.push({ to, state });
  }
  return [...rungs.values()];
}

/** The one state that all share, if they do. */
export function sharedState({ told }: Rung): MessageState | undefined {
  const [first] = told;
  return told.every(({ state }) => state === first?.state) ? first?.state : undefined;
}

/** Rules whose day is the printed day of a paper. */
const ofPapers = [
  'residence_document_expiry',
  'fiction_certificate_expiry',
  'departure_deadline',
  'residence_permit_renewal',
  'chance_permit_follow_up',
];

/** The deadline of the paper that counts now: the one that is not over, and has the paper's day if one has it. */
export function deadlineOfPaper(
  deadlines: readonly Deadline[],
  validUntil: Day | undefined,
): Deadline | undefined {
  const going = deadlines.filter(
    ({ rule, state }) => ofPapers.includes(rule) && (state === 'open' || state === 'missed'),
  );
  return going.find(({ dueRaw }) => dueRaw === validUntil) ?? going[0];
}
