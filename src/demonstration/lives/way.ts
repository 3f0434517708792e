import { addDays } from '../../../domain/deadlines/day-arithmetic.js';
import type { Day } from '../../../domain/time.js';
import type { Newcomer } from '../cast/person.js';
import type { Random } from '../cast/random.js';
import type { Diary } from './diary.js';
import { move, propose, reach } from './wishes.js';

/** When somebody came how far, in days ago; what is not there has not happened. */
export interface Way {
  entry: number;
  consent?: number;
  checked?: number;
  assessed?: number;
  planned?: number;
}

/** Days between one step and the next. */
export const stepsBefore = {
  checked: (checked: number, random: Random): Way => {
    const consent = checked + random.between(4, 12);
    return { checked, consent, entry: consent + random.between(3, 10) };
  },
  assessed: (assessed: number, random: Random): Way => ({
    ...stepsBefore.checked(assessed + random.between(10, 30), random),
    assessed,
  }),
  planned: (planned: number, random: Random): Way => ({
    ...stepsBefore.assessed(planned + random.between(10, 25), random),
    planned,
  }),
};

const topics = ['language', 'school', 'work', 'housing', 'childcare'] as const;
const goals = ['Ausbildung beginnen', 'Hauptschulabschluss nachholen', 'Deutsch bis B1', 'Arbeit finden'];
const steps = ['Praktikum suchen', 'Kurs beginnen', 'Bewerbung schreiben', 'Beratungstermin wahrnehmen'];

/** Writes the way from consent to the plan, as far as somebody has come. */
export function goOn(
  diary: Diary,
  { consent, checked, assessed, planned }: Way,
  { person, reminders, eligible }: { person: Newcomer; reminders: boolean; eligible: boolean },
  random: Random,
): void {
  if (consent === undefined) return;
  const purposes = [
    'case_work',
    ...(reminders ? ['reminders'] : []),
    ...(random.inHundred(30) ? ['provider'] : []),
  ];
  const { language } = person.contact;
  diary.next(consent, reach('consent_given', { purposes, language, form: 'paper', textVersion: '2026-1' }));
  if (checked === undefined) return;
  const result = eligible
    ? { result: 'eligible' }
    : { result: 'not_eligible', reasonCode: 'other_residence' };
  const livesInStateFacility = random.inHundred(8);
  diary.next(
    checked,
    reach('eligibility_checked', { ...result, statusKind: 'toleration', livesInStateFacility }),
  );
  if (assessed === undefined) return;
  if (random.inHundred(60)) diary.next(checked, propose('F6')).next(checked, move('F6', 'active'));
  const schoolingYears = random.pick(['0', '1-4', '5-8', '9+']);
  const named = random.shuffled(topics).slice(0, random.between(1, 3));
  const { germanLevel } = person;
  diary.next(assessed, reach('needs_assessed', { topics: named, germanLevel, schoolingYears }));
  if (planned === undefined) return;
  const plan = { goals: [random.pick(goals)], steps: random.shuffled(steps).slice(0, 2) };
  diary.next(
    planned,
    reach('plan_agreed', (on) => ({ ...plan, nextReviewOn: inThreeMonths(on), agreedOn: on })),
  );
}

/** Writes that the plan was reviewed every eleven or twelve weeks, for the last time so many days ago. */
export function review(diary: Diary, planned: number, last: number, random: Random): void {
  for (let daysAgo = last; daysAgo < planned - 40; daysAgo += random.between(76, 84)) {
    diary.beside(
      daysAgo,
      reach('plan_reviewed', (on) => ({ nextReviewOn: inThreeMonths(on) })),
    );
  }
}

const inThreeMonths = (on: Day): Day => addDays(on, 90);
