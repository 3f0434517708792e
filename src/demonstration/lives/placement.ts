import { addDays } from '../../../domain/deadlines/day-arithmetic.js';
import type { Random } from '../cast/random.js';
import type { Diary } from './diary.js';
import { reach } from './wishes.js';

const occupations = [
  'Pflegefachassistenz',
  'Anlagenmechanik',
  'Elektronik für Gebäudetechnik',
  'Verkauf',
  'Kfz-Mechatronik',
  'Bäckerei',
] as const;

/** The length of a training, in days, and of its probation. */
const trainingDays = 3 * 365;
const probationMonths = 4;

/** Writes that a contract was signed so many days ago; `startsIn` is counted from today, negative in the past. */
export function sign(diary: Diary, signed: number, startsIn: number, random: Random): void {
  const occupation = random.pick(occupations);
  const startsOn = startsIn < 0 ? diary.day(-startsIn) : addDays(diary.today, startsIn);
  const endsOn = addDays(startsOn, trainingDays);
  const contract = { startsOn, endsOn, probationMonths, occupation, type: 'dual' };
  diary.next(signed, reach('training_contract_signed', contract));
}

/** Writes that the status for the training was asked for, with a receipt. */
export const apply = (diary: Diary, daysAgo: number, kind: '60c' | '16g'): Diary =>
  diary.next(daysAgo, reach('status_application_filed', { kind, proof: 'receipt_seen' }));

/** Writes that somebody began so many days ago: a training whose contract was signed, work or school. */
export function begin(diary: Diary, daysAgo: number, what: 'training' | 'job' | 'school'): void {
  if (what === 'training') diary.next(daysAgo, reach('training_started'));
  if (what === 'job')
    diary.next(daysAgo, reach('job_started', { hoursClass: 'Vollzeit', field: 'Lager und Logistik' }));
  if (what === 'school') diary.next(daysAgo, reach('school_started', { kind: 'berufskolleg' }));
}

/** Writes that the probation was passed. */
export const passProbation = (diary: Diary, daysAgo: number): Diary =>
  diary.next(daysAgo, reach('probation_passed'));
