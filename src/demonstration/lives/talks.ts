import type { Command } from '../../../domain/journey/commands/index.js';
import type { RecordContact } from '../../../domain/journey/commands/record-contact.js';
import type { JourneyState } from '../../../domain/journey/state.js';
import type { Day } from '../../../domain/time.js';
import { repeated, type Random } from '../cast/random.js';
import type { Diary } from './diary.js';

const channels = repeated([
  ['in_person', 5],
  ['phone', 4],
  ['messenger', 2],
  ['email', 1],
  ['video', 1],
] as const);

const topics = ['authority', 'application', 'employer', 'school', 'family', 'other'] as const;

const notes = [
  'Unterlagen für die Bewerbung gemeinsam durchgesehen.',
  'Lernt jetzt zweimal in der Woche mit der Lernpatin.',
  'Fahrkarte ist geklärt.',
  'Praktikum macht Freude, der Betrieb ist zufrieden.',
  'Termin bei der Beratungsstelle vereinbart, geht selbst hin.',
  'Kinderbetreuung am Nachmittag ist noch offen.',
  'Hat nach dem nächsten Deutschkurs gefragt.',
];

/** Since when somebody is talked to, and when for the last time, both in days ago. */
export interface Talks {
  entry: number;
  last: number;
}

/** Writes a talk every three weeks or so; what the coach was to tell in person is told then. */
export function talk(diary: Diary, { entry, last }: Talks, random: Random): void {
  for (let daysAgo = last; daysAgo < entry - 2; daysAgo += random.between(21, 28)) {
    const channel = random.pick(channels);
    const about = random.pick(topics);
    const note = random.inHundred(16) ? { note: random.pick(notes) } : {};
    diary.beside(daysAgo, (on, state) => [
      reached(on, channel, { topics: [about], ...note }),
      ...told(state, on),
    ]);
  }
}

/** Writes that nobody was reached. */
export const missed = (diary: Diary, daysAgo: number): Diary =>
  diary.beside(daysAgo, (on) => ({ ...reached(on, 'phone', {}), reached: false }));

const reached = (on: Day, channel: string, more: Pick<RecordContact, 'topics' | 'note'>): RecordContact => ({
  type: 'RecordContact',
  on,
  channel,
  direction: 'out',
  reached: true,
  ...more,
});

const told = ({ plain }: JourneyState, on: Day): Command[] =>
  plain.tasks
    .filter(({ kind, state }) => kind === 'tell_participant' && state === 'open')
    .map(({ id: task }) => ({ type: 'DoTask', task, on }));
