import { calendar } from '../../domain/deadlines/dates.js';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import type { PlanContext } from '../../domain/deadlines/plan-context.js';
import type { RecordedEvent } from '../../domain/journey/events.js';
import type { JourneyState } from '../../domain/journey/state.js';
import type { Instant } from '../../domain/time.js';
import { cast, type Member } from '../../src/demonstration/cast/cast.js';
import { Random } from '../../src/demonstration/cast/random.js';
import { Diary, type Entry } from '../../src/demonstration/lives/diary.js';
import { writeJourney } from '../../src/demonstration/lives/journey.js';
import { live } from '../../src/demonstration/lives/live.js';
import { idNamespace, type Programmes } from '../../src/programmes/programmes.js';
import { messageId } from '../../src/read-models/message/message.js';
import { namedId } from '../../src/named-id.js';

/** How an id or a key follows from a name, in which other ids stand. */
export interface Named {
  kind: 'id' | 'key';
  name: string;
}

/** A life that was lived through the product's own rules, and what its ids are made from. */
export interface LivedLife {
  journey: string;
  state: JourneyState;
  events: RecordedEvent[];
  /** Every id and key that follows from a name, in the order in which they came up. */
  named: ReadonlyMap<string, Named>;
}

/** Stand in a template for what each of its people has of her own. */
export const placeholders = {
  givenName: '@given@',
  familyName: '@family@',
  coach: namedId('coach', idNamespace),
} as const;

const nrw = calendar('NRW');

/** Lives the life of the member of the demonstration's cast that has this number, up to `now`. */
export function liveMember(programmes: Programmes, number: number, now: Instant): LivedLife {
  const { journey, diary } = writtenOf(number, now);
  return lived(programmes, journey, diary, now);
}

/** The same life, and so many talks beside it: a journey that grows long. */
export function liveTalkative(
  programmes: Programmes,
  number: number,
  talks: number,
  now: Instant,
): LivedLife {
  const { journey, diary } = writtenOf(number, now);
  const talking = new Diary({ now, today: berlinDay(now), calendar: nrw, random: new Random(number) });
  for (let count = 1; count <= talks; count += 1) {
    const note = `Gespräch ${count}`;
    talking.beside(1 + (count % daysOfTalks), (on) => ({ ...call, on, note }));
  }
  const all = [...diary, ...talking.written].toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return lived(programmes, journey, all, now);
}

const call = { type: 'RecordContact', channel: 'phone', direction: 'out', reached: true } as const;
const daysOfTalks = 90;

function writtenOf(number: number, now: Instant) {
  const member = memberOf(number);
  const { givenName, familyName, coach } = placeholders;
  const nameless: Member = { ...member, person: { ...member.person, givenName, familyName } };
  return writeJourney(nameless, number, { now, calendar: nrw, coach });
}

function lived(programmes: Programmes, journey: string, diary: readonly Entry[], now: Instant): LivedLife {
  const named = new Map<string, Named>();
  const { key } = programmes.current;
  const { state, events, refused } = live(diary, {
    journey,
    actor: { kind: 'person', id: placeholders.coach, role: 'coach' },
    past: noting(programmes.planning(key, true), named),
    present: noting(programmes.planning(key), named),
    now,
    bounces: false,
    toldWith: () => undefined,
  });
  if (refused > 0) throw new Error(`${refused} entries of a diary were refused`);
  const keys = [...named].filter(([, { kind }]) => kind === 'key');
  for (const [key] of keys) named.set(messageId(key), { kind: 'id', name: key });
  return { journey, state, events, named };
}

/** The same context, which notes how each id and key came about. */
const noting = (context: PlanContext, named: Map<string, Named>): PlanContext => {
  const noted =
    (kind: Named['kind'], make: (name: string) => string) =>
    (name: string): string => {
      const made = make(name);
      if (!named.has(made)) named.set(made, { kind, name });
      return made;
    };
  return {
    ...context,
    idOf: noted('id', (name) => context.idOf(name)),
    keyOf: noted('key', (name) => context.keyOf(name)),
  };
};

const members = cast();

function memberOf(number: number): Member {
  const member = members[(number - 1) % members.length];
  if (!member) throw new Error('The cast is empty');
  return member;
}
