import type { Need } from '../../contract/pages/act.js';
import type { Bench } from './bench.js';

/** What participants speak; Lotse writes in some of them. */
const spoken = [
  'de',
  'ar',
  'en',
  'fa',
  'fa-AF',
  'fr',
  'kmr',
  'ckb',
  'ku',
  'ps',
  'ru',
  'so',
  'sq',
  'sr',
  'ti',
  'tr',
  'uk',
];

/** Languages to choose from by their names, those included that are said already. */
export function languageOptions(
  { language }: Bench,
  said: readonly (string | undefined)[],
): NonNullable<Need['options']> {
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const tags = new Set([...spoken, ...said.filter((tag) => tag !== undefined)]);
  return [...tags]
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
}
