import { namedId } from '../../named-id.js';
import type { Calendar } from '../../../domain/deadlines/calendar.js';
import { berlinDay } from '../../../domain/deadlines/berlin.js';
import type { Instant } from '../../../domain/time.js';
import { seed, type Member } from '../cast/cast.js';
import { birthday } from '../cast/person.js';
import { Random } from '../cast/random.js';
import { Diary, type Entry } from './diary.js';
import { writeLife } from './life.js';

/** A journey of the demonstration, as it is to be lived: what is recorded, and when. */
export interface WrittenJourney {
  journey: string;
  /** When it begins, in days ago. */
  entry: number;
  diary: readonly Entry[];
}

/** Every id of the demonstration lies in this namespace. */
const namespace = 'c0ab5f5e-8f0a-4c86-9a3e-5a4b1f6d2e90';

/**
 * Writes the journey of a member of the cast.
 * @param number its place among the 400: names the journey
 * @param coach the account's id, where there is one
 */
export function writeJourney(
  member: Member,
  number: number,
  { now, calendar, coach }: { now: Instant; calendar: Calendar; coach: string | null },
): WrittenJourney {
  const { person, place, reminders } = member;
  const random = new Random(seed + 1000 + number);
  const diary = new Diary({ now, today: berlinDay(now), calendar, random });
  const { entry, paper: document } = writeLife(diary, member, random);
  const { contact, ...known } = person;
  const name = String(number).padStart(4, '0');
  const email = { email: `demo-${name}@example.org`, channels: ['email'] };
  diary.first(entry, (on) => ({
    type: 'OpenJourney',
    participant: namedId(`participant|${number}`, namespace),
    externalId: `DEMO-${name}`,
    commune: place.commune,
    coach,
    person: { ...known, bornOn: birthday(on, random) },
    contact: { ...contact, ...(reminders && email) },
    document,
    firstContactOn: on,
  }));
  return { journey: namedId(`journey|${number}`, namespace), entry, diary: diary.written };
}
