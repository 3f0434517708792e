import type { Need } from '../../../contract/pages/act.js';
import { recordRoutes } from '../../../contract/routes/records.js';
import type { RecordContact } from '../../../domain/journey/commands/record-contact.js';
import type { Bench } from '../bench.js';
import type { Body, Draft } from '../draft.js';
import { happenedOn, need, noteOf, optionsOf, type Asking } from '../needs.js';
import { channels, directions, topics } from '../option-words.js';
import { inWords, type Words } from '../words.js';

const base = ({ state }: Bench) =>
  ({
    group: 'contact',
    route: recordRoutes.recordContact,
    params: { id: state.plain.journey },
    light: true,
    wish: (body: Body) => ({ type: 'RecordContact', ...body }) as RecordContact,
  }) as const;

const call = (bench: Bench, key: string, label: Words, words: string[], reached: boolean): Draft => ({
  ...base(bench),
  key,
  label: inWords(bench, label),
  words,
  body: { on: bench.today, channel: 'phone', direction: 'out', reached },
  needs: [],
});

/** Called today, and somebody was there. */
export const contactReached = (bench: Bench): Draft =>
  call(
    bench,
    'contact.reached',
    { de: 'Erreicht', en: 'Reached' },
    ['telefon', 'anruf', 'gespräch', 'kontakt', 'phone', 'call', 'contact'],
    true,
  );

/** Called today, and nobody was there. */
export const contactNotReached = (bench: Bench): Draft =>
  call(
    bench,
    'contact.not_reached',
    { de: 'Nicht erreicht', en: 'Not reached' },
    ['telefon', 'anruf', 'versuch', 'kontakt', 'phone', 'call', 'attempt'],
    false,
  );

/** What is asked of a contact: when, how, from whom, and whether somebody was there. */
export const contactNeeds = (bench: Asking): Need[] => [
  happenedOn(bench),
  need(bench, 'choice', '/channel', 'channel', {
    required: true,
    options: optionsOf(bench, channels),
    preset: 'phone',
  }),
  need(bench, 'choice', '/direction', 'direction', {
    required: true,
    options: optionsOf(bench, directions),
    preset: 'out',
  }),
  need(bench, 'flag', '/reached', 'reached', { required: true, preset: true }),
  noteOf(bench),
  need(bench, 'choices', '/topics', 'topics', { options: optionsOf(bench, topics) }),
];

/** A contact of any kind, on any day. */
export const contactRecord = (bench: Bench): Draft => ({
  ...base(bench),
  key: 'contact.record',
  label: inWords(bench, { de: 'Kontakt eintragen', en: 'Record a contact' }),
  words: ['gespräch', 'treffen', 'notiz', 'sms', 'brief', 'e-mail', 'talk', 'meeting', 'note', 'letter'],
  body: {},
  needs: contactNeeds(bench),
});

export const contactDrafts = (bench: Bench): Draft[] => [
  contactReached(bench),
  contactNotReached(bench),
  contactRecord(bench),
];
