import type { Part } from './part.js';
import { needsReminders, parts, refusesReminders, remindedCount } from './part.js';
import { people, type Newcomer } from './person.js';
import { Random, repeated } from './random.js';
import { places, type Place } from './region.js';

/** One of the 400: a part, a person who plays it, and where. */
export interface Member {
  part: Part;
  person: Newcomer;
  place: Place;
  /** The kind of paper. */
  kind: string;
  /** Whether reminders are consented to; an address is known then. */
  reminders: boolean;
  /** The number of the part among its likes. */
  turn: number;
}

/** The same cast every day: it is moved to today, not drawn anew. */
export const seed = 2026;

/** All 400 members, in no order that says anything. */
export function cast(): Member[] {
  const random = new Random(seed);
  const persons = people(random);
  const where = random.shuffled(places);
  const reminded = remindedParts(random);
  const kinds = kindsOf(random);
  const turns = new Map<Part, number>();
  const members = parts.map((part, index) => {
    const turn = turns.get(part) ?? 0;
    turns.set(part, turn + 1);
    const [person, place] = [persons[index], where[index]];
    if (!person || !place) throw new Error('The cast has more parts than people or places');
    return { part, person, place, turn, kind: kinds[index] ?? '', reminders: reminded.has(index) };
  });
  return random.shuffled(members);
}

/** The parts that are reminded, by their place in the list. */
function remindedParts(random: Random): Set<number> {
  const all = parts.map((part, index) => ({ part, index }));
  const must = all.filter(({ part }) => needsReminders(part) || part.twist === 'reminders_withdrawn');
  const may = random.shuffled(all.filter(({ part }) => !needsReminders(part) && !refusesReminders(part)));
  const withdrawn = all.filter(({ part }) => part.twist === 'reminders_withdrawn').length;
  const missing = remindedCount - (must.length - withdrawn);
  return new Set([...must, ...may.slice(0, missing)].map(({ index }) => index));
}

/** The register's kinds of papers: those for a training where there is one, the others where the part leaves it open. */
function kindsOf(random: Random): string[] {
  const training = random.shuffled(
    repeated([
      ['toleration_60c', 23],
      ['residence_permit_16g', 16],
    ] as const),
  );
  const others = random.shuffled(
    repeated([
      ['asylum_permission', 64],
      ['residence_permit_104c', 20],
      ['toleration_60b', 17],
      ['residence_permit_25a', 8],
    ] as const),
  );
  return parts.map(({ phase, flag, twist }) => {
    const isTraining = (phase === 'placed' || phase === 'follow_up' || phase === 'closed') && !twist;
    if (isTraining) return training.pop() ?? 'toleration_60a';
    const isFree = flag === undefined && (twist === undefined || phase === 'closed');
    return (isFree && random.inHundred(52) ? others.pop() : undefined) ?? 'toleration_60a';
  });
}
