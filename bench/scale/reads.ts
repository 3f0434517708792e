import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import { berlinDay } from '../../domain/deadlines/berlin.js';
import { personOf } from '../generator/people.js';
import { measured, type Measurement, type Size } from '../measurement.js';
import type { Answer, Caller } from '../support/http.js';
import { atSteadyRate, percentile } from '../support/steady-rate.js';
import type { Installation } from './installation.js';

/** What is read, and by whom. */
interface Read {
  name: string;
  by: Caller;
  /** The path of the so-manieth call. */
  path(index: number): string;
  /** In milliseconds, of the 99th percentile. */
  atMost: number;
}

const perSecond = 20;
const seconds: Readonly<Record<Size, number>> = { smoke: 4, short: 20, full: 120 };
/** What a process does for the first time takes longer: asked so often before it counts. */
const warmUpCalls = 5;

/** Reads of all kinds in turn, at a steady rate, as many people ask who know nothing of each other. */
export async function measureReads(installation: Installation, size: Size): Promise<Measurement[]> {
  const reads = readsOf(installation);
  const call = (index: number): Promise<Answer> => {
    const { by, path } = reads[index % reads.length] ?? fail();
    return by.call('GET', path(Math.floor(index / reads.length)));
  };
  for (let index = 0; index < reads.length * warmUpCalls; index += 1) await call(index);
  const answers = await atSteadyRate(perSecond, seconds[size], call);
  const refused = answers.filter(({ answer }) => answer.status !== 200).length;
  return [
    measured('reads_refused', 'calls', refused, { atMost: 0 }),
    ...reads.map(({ name, atMost }, kind) => {
      const ms = answers.filter((_, index) => index % reads.length === kind).map((each) => each.ms);
      return measured(name, 'ms', percentile(ms, 0.99), { atMost });
    }),
  ];
}

function readsOf({ coordinator, coach, filled }: Installation): Read[] {
  const today = berlinDay(new Date().toISOString());
  const soon = addDays(today, 14);
  const personAt = (index: number) => personOf((index * 31) % filled.journeys);
  return [
    { name: 'read_coach_list_p99_ms', by: coach, path: () => '/journeys?coach=me&sort=nextDue', atMost: 30 },
    { name: 'read_flags_p99_ms', by: coordinator, path: () => '/flags?snoozed=false', atMost: 30 },
    {
      name: 'read_deadlines_p99_ms',
      by: coordinator,
      path: () => `/journeys?dueBefore=${soon}&sort=nextDue`,
      atMost: 30,
    },
    {
      name: 'read_deadlines_across_p99_ms',
      by: coordinator,
      path: () => '/deadlines?state=open',
      atMost: 30,
    },
    {
      name: 'read_search_p99_ms',
      by: coordinator,
      path: (index) =>
        `/journeys?q=${encodeURIComponent(typed(personAt(index), index))}&open=all&limit=8&sort=name`,
      atMost: 30,
    },
    { name: 'read_sorted_by_name_p99_ms', by: coordinator, path: () => '/journeys?sort=name', atMost: 30 },
    {
      name: 'read_journey_p99_ms',
      by: coordinator,
      path: () => `/journeys/${filled.long[200]}`,
      atMost: 30,
    },
    {
      name: 'as_of_p99_ms',
      by: coordinator,
      path: (index) => `/journeys/${filled.long[1000]}?asOf=${addDays(today, -1 - (index % 20))}T12:00:00Z`,
      atMost: 40,
    },
  ];
}

/** As people search: the beginning of a family name, the whole, or both names. */
function typed({ givenName, familyName }: { givenName: string; familyName: string }, index: number): string {
  const searches = [familyName.slice(0, 5), familyName, `${givenName} ${familyName.slice(0, 4)}`];
  return searches[index % searches.length] ?? familyName;
}

function fail(): never {
  throw new Error('Nothing is read');
}
