import type { Need } from '../../contract/pages/act.js';
import type { Language } from '../journeys/views/language.js';
import type { Day } from '../../domain/time.js';
import { inWords, noteHint, needWords, type NeedWord, type Words } from './words.js';

/** Who is asked, and when. */
export interface Asking {
  language: Language;
  today: Day;
}

type More = Partial<Omit<Need, 'pointer' | 'label' | 'kind' | 'required'>>;

/** A field of an act, under its usual words. */
export const need = (
  { language }: Pick<Asking, 'language'>,
  kind: Need['kind'],
  pointer: string,
  words: NeedWord | Words,
  { required = false, ...more }: More & { required?: boolean } = {},
): Need => ({
  pointer,
  label: (typeof words === 'string' ? needWords[words] : words)[language],
  kind,
  ...withoutAbsent(more),
  required,
});

/** The day on which it happened: today, where nobody says otherwise. */
export const happenedOn = (bench: Asking, pointer = '/on', words: NeedWord = 'on'): Need =>
  need(bench, 'day', pointer, words, { required: true, preset: bench.today, latest: bench.today });

/** What else was said; what must not stand there is said beside it. */
export const noteOf = (bench: Pick<Asking, 'language'>): Need =>
  need(bench, 'note', '/note', 'note', { hint: noteHint[bench.language] });

/** Options in the reader's language, in the order of their table. */
export const optionsOf = (
  bench: Pick<Asking, 'language'>,
  table: Readonly<Record<string, Words>>,
): NonNullable<Need['options']> =>
  Object.entries(table).map(([value, words]) => ({ value, label: inWords(bench, words) }));

function withoutAbsent(more: More): More {
  return Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined)) as More;
}
