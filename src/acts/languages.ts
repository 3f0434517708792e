import type { Need } from '../../contract/pages/act.js';
import type { Language } from '../journeys/views/language.js';
import { languageNames } from '../programmes/words/language-names.js';
import type { Bench } from './bench.js';

/** Made once: making them costs more than all that they are asked. */
const known = new Map<string, Record<string, string>>();

function namesFor(written: readonly string[], language: Language): Record<string, string> {
  const key = [language, ...written].join();
  const names = known.get(key) ?? languageNames(written, language);
  known.set(key, names);
  return names;
}

/** Languages to choose from by their names, those included that are said already. */
export function languageOptions(
  { context, language }: Bench,
  said: readonly (string | undefined)[],
): NonNullable<Need['options']> {
  const names = namesFor(context.texts.writtenIn, language);
  const others = said.filter((tag) => tag !== undefined).filter((tag) => names[tag] === undefined);
  return [
    ...Object.entries(names).map(([value, label]) => ({ value, label })),
    ...[...new Set(others)].map((tag) => ({ value: tag, label: tag })),
  ];
}
