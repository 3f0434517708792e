import { dayOf, lastDayOf, plusDays, plusMonths, type Day } from '../days.js';
import type { Fact, Paper, Recorded, ScriptedJourney } from './fact.js';
import { dayAt } from './period.js';

/** A fact as it is told: it knows the day on which it is recorded. */
export type Told = (today: Day) => Fact;

const hours = { early: '07:00', noon: '12:00', evening: '20:30' } as const;

/** What is recorded on the so-manieth day; at noon unless said otherwise. */
export const on = (day: number, ...told: (Told | keyof typeof hours)[]): Recorded[] => {
  const hour = told.find((each) => typeof each === 'string') ?? 'noon';
  const at = `${dayAt(day)} ${hours[hour]}`;
  return told.flatMap((each) => (typeof each === 'string' ? [] : [{ at, fact: each(dayOf(at)) }]));
};

/** One of the forty. */
export const journey = (name: string, ...days: Recorded[][]): ScriptedJourney => ({
  name,
  facts: days.flat(),
});

interface Opening {
  /** Age in years on the first day; */
  age?: number;
  /** or the day of the programme on which a birthday is, and which. */
  turns?: [years: number, day: number];
  writes?: boolean;
  language?: string;
  withCoach?: boolean;
  /** How many days ago the first contact was. */
  contact?: number;
}

/** Somebody enters: of 20 years, with an e-mail address and a coach, unless told otherwise. */
export const opens =
  ({ age = 20, turns, writes = true, language = 'de', withCoach = true, contact }: Opening = {}): Told =>
  (today) => ({
    does: 'open',
    bornOn: turns ? plusMonths(dayAt(turns[1]), -12 * turns[0]) : plusDays(today, -age * 365 - 100),
    writes,
    language,
    withCoach,
    ...(contact !== undefined && { contactOn: plusDays(today, -contact) }),
  });

export const consents =
  (...purposes: string[]): Told =>
  () => ({ does: 'consent', purposes: purposes.length > 0 ? purposes : ['case_work', 'reminders'] });

/** Without purposes: everything. */
export const withdraws =
  (...purposes: string[]): Told =>
  () => ({ does: 'withdraw consent', purposes });

type More = Pick<Paper, 'note'> & { begun?: number };
const paperOf = (kind: string, days: number | undefined, { note, begun }: More, today: Day): Paper => ({
  kind,
  ...(days !== undefined && { until: plusDays(today, days) }),
  ...(begun !== undefined && { from: plusDays(today, -begun) }),
  ...(note !== undefined && { note }),
});

/** A paper that is valid so many days from today, negative where it has expired; without days none is printed. */
export const shows =
  (kind: string, days?: number, more: More = {}): Told =>
  (today) => ({ does: 'show a paper', paper: paperOf(kind, days, more, today) });

/** The paper shown last was written down wrong. */
export const corrects =
  (kind: string, days: number, more: More = {}): Told =>
  (today) => ({ does: 'correct the paper', paper: paperOf(kind, days, more, today) });

export const asks =
  (proof: 'receipt_seen' | 'third_party_confirmed' | 'self_reported' = 'receipt_seen'): Told =>
  () => ({ does: 'ask for renewal', proof });

/** A milestone of today, or of so many days ago. */
const reaches =
  (milestone: string, data: (today: Day) => Record<string, unknown> = () => ({}), ago = 0): Told =>
  (today) => ({ does: 'reach', milestone, on: plusDays(today, -ago), data: data(today) });

export const isEligible = (ago = 0): Told =>
  reaches(
    'eligibility_checked',
    () => ({ result: 'eligible', statusKind: 'toleration', livesInStateFacility: false }),
    ago,
  );
export const isGivenAnException = (): Told =>
  reaches('eligibility_checked', () => ({
    result: 'eligible',
    reasonCode: 'age_exception',
    statusKind: 'toleration',
    livesInStateFacility: false,
  }));
export const isAssessed = (): Told =>
  reaches('needs_assessed', () => ({ topics: ['work'], germanLevel: 'A2', schoolingYears: '5-8' }));
/** The plan, or its review, is to be looked at again in so many days. */
export const plans = (reviewIn: number): Told =>
  reaches('plan_agreed', (today) => ({
    goals: ['Ausbildung'],
    steps: ['Praktikum'],
    nextReviewOn: plusDays(today, reviewIn),
    agreedOn: today,
  }));
export const reviews = (reviewIn: number, ago = 0): Told =>
  reaches('plan_reviewed', (today) => ({ nextReviewOn: plusDays(today, reviewIn) }), ago);
/** A contract of today, or signed so many days ago, for a training that begins so many days from today. */
export const signs = (startsIn: number, probationMonths = 4, ago = 0): Told =>
  reaches(
    'training_contract_signed',
    (today) => ({
      startsOn: plusDays(today, startsIn),
      endsOn: lastDayOf(plusDays(today, startsIn), 36),
      probationMonths,
      type: 'dual',
    }),
    ago,
  );
export const applies = (
  kind: string,
  proof: 'receipt_seen' | 'third_party_confirmed' | 'self_reported' = 'receipt_seen',
): Told => reaches('status_application_filed', () => ({ kind, proof }));
export const starts = (ago = 0): Told => reaches('training_started', undefined, ago);
export const passesProbation = (): Told => reaches('probation_passed');
export const losesPlacement = (): Told => reaches('placement_lost');
export const startsWork = (): Told => reaches('job_started');
export const gains = (kind: string): Told => reaches('status_gained', () => ({ kind }));
export const isHandedOver = (): Told => reaches('handover_to_regular_system', () => ({ body: 'Jobcenter' }));

/** A talk of today, or of so many days ago. */
export const talks =
  (ago = 0): Told =>
  (today) => ({ does: 'talk', on: plusDays(today, -ago), reached: true });
export const isNotReached = (): Told => (today) => ({ does: 'talk', on: today, reached: false });

export const runs =
  (module: string): Told =>
  () => ({ does: 'run a module', module });
export const pauses = (): Told => () => ({ does: 'pause' });
export const resumes = (): Told => () => ({ does: 'resume' });
export const closes =
  (reason: string): Told =>
  () => ({ does: 'close', reason });
export const reopens = (): Told => () => ({ does: 'reopen' });
export const verifiesDeparture = (): Told => () => ({ does: 'verify the departure' });
/** A new address, of which the SMTP server refuses every mail unless told otherwise. */
export const changesAddress =
  ({ taken }: { taken: boolean }): Told =>
  () => ({ does: 'change the address', taken });
