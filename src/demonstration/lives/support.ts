import type { Newcomer } from '../cast/person.js';
import type { Diary, Strand } from './diary.js';
import { move, propose, reach } from './wishes.js';

const providers = ['VHS', 'Bildungswerk', 'Jugendwerkstatt', 'Sprachzentrum'] as const;

/** Who else supports somebody: an offer, as far as it has come `age` days after the support began. */
type Offer = (offer: Strand, began: number, provider: string) => void;

const soon = (began: number, share: number): number => Math.max(2, Math.round(began * share));

/** One after the other, so that every state of a module is there. */
const offers: readonly Offer[] = [
  (offer, began, provider) =>
    offer.next(began, propose('F4', provider)).next(soon(began, 0.9), move('F4', 'active')),
  (offer, began, provider) =>
    offer
      .next(began, propose('F4', provider))
      .next(soon(began, 0.9), move('F4', 'active'))
      .next(soon(began, 0.4), move('F4', 'completed', { result: 'Mit Erfolg' })),
  (offer, began, provider) =>
    offer.next(began, propose('F5', provider)).next(soon(began, 0.8), move('F5', 'applied')),
  (offer, began, provider) =>
    offer
      .next(began, propose('F4', provider))
      .next(soon(began, 0.8), move('F4', 'active'))
      .next(soon(began, 0.5), move('F4', 'paused', { reason: 'Praktikum' })),
  (offer, began) => offer.next(soon(began, 0.2), propose('F5')),
  (offer, began, provider) =>
    offer.next(began, propose('F5', provider)).next(soon(began, 0.7), move('F5', 'waitlisted')),
  (offer, began, provider) =>
    offer
      .next(began, propose('F4', provider))
      .next(soon(began, 0.8), move('F4', 'active'))
      .next(soon(began, 0.6), move('F4', 'aborted', { reason: 'Kurs war zu weit weg' })),
  (offer, began, provider) =>
    offer.next(began, propose('F5', provider)).next(soon(began, 0.3), move('F5', 'enrolled')),
  (offer, began, provider) =>
    offer
      .next(began, propose('F4', provider))
      .next(soon(began, 0.7), move('F4', 'not_started', { reason: 'Kurs kam nicht zustande' })),
];

/** Whether the lower secondary certificate is a goal that somebody can take up. */
const maySitIn = ({ germanLevel, schoolCertificate }: Newcomer): boolean =>
  ['A2', 'B1', 'B2'].includes(germanLevel) && schoolCertificate !== 'EESA';

/** Writes that coaching began, and one more offer; `turn` says which. */
export function support(diary: Diary, began: number, person: Newcomer, turn: number): void {
  const provider = providers[turn % providers.length] ?? providers[0];
  diary.next(began, propose('F1')).next(began, move('F1', 'active'));
  if (turn % 4 === 0 && maySitIn(person))
    diary.strand().next(began, propose('F3', provider)).next(soon(began, 0.9), move('F3', 'active'));
  else offers[turn % offers.length]?.(diary.strand(), began, provider);
}

/** What is offered to somebody with a plan, before anything runs. */
const beginnings = ['proposed', 'applied', 'waitlisted', 'enrolled'] as const;

/** Writes that a course is being prepared, so many days ago at the latest. */
export function prepare(diary: Diary, daysAgo: number, turn: number): void {
  diary.next(daysAgo, propose('F4', providers[turn % providers.length]));
  const to = beginnings[turn % beginnings.length] ?? 'proposed';
  if (to !== 'proposed') diary.next(Math.max(1, daysAgo - 3), move('F4', to));
}

/** Writes what else succeeds on the way, in turns once it has lasted for a while. */
export function succeed(diary: Diary, began: number, turn: number): void {
  const at = Math.round(began * 0.7);
  if (turn % 5 === 1)
    diary.beside(at, reach('language_exam_passed', { level: 'B1', skills: ['oral', 'written'] }));
  if (turn % 5 === 2)
    diary
      .strand()
      .next(at, reach('internship_started', { field: 'Handwerk' }))
      .next(at - 14, reach('internship_ended', { field: 'Handwerk' }));
  if (turn % 5 === 3)
    diary.beside(at, reach('competence_assessed', { instrument: 'Gespräch und Arbeitsprobe' }));
}
