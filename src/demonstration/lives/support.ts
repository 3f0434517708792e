import type { ModuleState } from '../../../domain/journey/events.js';
import type { Newcomer } from '../cast/person.js';
import type { Diary, Strand } from './diary.js';
import { move, propose, reach } from './wishes.js';

const providers = ['VHS', 'Bildungswerk', 'Jugendwerkstatt', 'Sprachzentrum'] as const;

/** What became of an offer; where the support began 100 days ago, `at: 0.9` is 90 days ago. */
interface Offer {
  module: 'F4' | 'F5';
  /** When it was proposed; at the beginning where nothing is said. */
  proposed?: number;
  steps: readonly { at: number; to: ModuleState; more?: Parameters<typeof move>[2] }[];
}

/** One after the other, so that every state of a module is there. */
const offers: readonly Offer[] = [
  { module: 'F4', steps: [{ at: 0.9, to: 'active' }] },
  {
    module: 'F4',
    steps: [
      { at: 0.9, to: 'active' },
      { at: 0.4, to: 'completed', more: { result: 'Mit Erfolg' } },
    ],
  },
  { module: 'F5', steps: [{ at: 0.8, to: 'applied' }] },
  {
    module: 'F4',
    steps: [
      { at: 0.8, to: 'active' },
      { at: 0.5, to: 'paused', more: { reason: 'Praktikum' } },
    ],
  },
  { module: 'F5', proposed: 0.2, steps: [] },
  { module: 'F5', steps: [{ at: 0.7, to: 'waitlisted' }] },
  {
    module: 'F4',
    steps: [
      { at: 0.8, to: 'active' },
      { at: 0.6, to: 'aborted', more: { reason: 'Kurs war zu weit weg' } },
    ],
  },
  { module: 'F5', steps: [{ at: 0.3, to: 'enrolled' }] },
  { module: 'F4', steps: [{ at: 0.7, to: 'not_started', more: { reason: 'Kurs kam nicht zustande' } }] },
];

const soon = (began: number, share: number): number => Math.max(2, Math.round(began * share));

function write(strand: Strand, began: number, provider: string, { module, proposed, steps }: Offer): void {
  if (proposed === undefined) strand.next(began, propose(module, provider));
  else strand.next(soon(began, proposed), propose(module));
  for (const { at, to, more } of steps) strand.next(soon(began, at), move(module, to, more));
}

/** Whether the lower secondary certificate is a goal that somebody can take up. */
const maySitIn = ({ germanLevel, schoolCertificate }: Newcomer): boolean =>
  ['A2', 'B1', 'B2'].includes(germanLevel) && schoolCertificate !== 'EESA';

/** Writes that coaching began, and one more offer; `turn` says which. */
export function support(diary: Diary, began: number, person: Newcomer, turn: number): void {
  const provider = providers[turn % providers.length] ?? providers[0];
  diary.next(began, propose('F1')).next(began, move('F1', 'active'));
  if (turn % 4 === 0 && maySitIn(person))
    diary.strand().next(began, propose('F3', provider)).next(soon(began, 0.9), move('F3', 'active'));
  else {
    const offer = offers[turn % offers.length];
    if (offer) write(diary.strand(), began, provider, offer);
  }
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
