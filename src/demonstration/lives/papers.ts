import { addDays } from '../../../domain/deadlines/day-arithmetic.js';
import type { Paper } from '../../../domain/journey/events.js';
import type { Random } from '../cast/random.js';
import type { Diary } from './diary.js';

/** Papers of half a year are followed by the next; permits last longer than anybody is accompanied. */
const halfYear = 180;
const short: readonly string[] = ['toleration_60a', 'toleration_60b', 'asylum_permission'];

const notes: Readonly<Record<string, string>> = {
  toleration_60a: 'with_permission',
  toleration_60b: 'not_allowed',
  asylum_permission: 'with_permission',
};

/** A paper of a kind, with what usually stands on it about work. */
const paperOf = (kind: string): Pick<Paper, 'kind' | 'employmentNote'> => ({
  kind,
  employmentNote: notes[kind] ?? 'allowed',
});

/** Which papers somebody has had since the entry. */
export interface Papers {
  kind: string;
  /** Days ago. */
  entry: number;
  /** In how many days the last one ends; negative: it has ended. */
  endsIn: number;
}

/**
 * Writes the papers after the first into a diary, each recorded shortly before the one before it ends.
 * @returns the first one, which is shown at the entry
 */
export function keepPapers(diary: Diary, { kind, entry, endsIn }: Papers, random: Random): Paper {
  const endOf = (days: number) => addDays(diary.today, days);
  if (!short.includes(kind)) return { ...paperOf(kind), validUntil: endOf(endsIn) };
  let end = endsIn;
  for (;;) {
    const validUntil = endOf(end);
    const begins = halfYear - end;
    if (begins >= entry - 7) return { ...paperOf(kind), validUntil };
    diary.beside(begins, (on) => ({
      type: 'RecordDocument',
      paper: { ...paperOf(kind), validFrom: on, validUntil },
    }));
    end = random.between(2, 9) - begins;
  }
}
