import type { Need } from '../../contract/pages/act.js';
import type { Language } from '../journeys/views/language.js';
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

/** Made once: making them costs more than all that they are asked. */
const waysOf = (language: Language) => ({
  names: new Intl.DisplayNames(language, { type: 'language' }),
  order: new Intl.Collator(language),
});
const ways = { de: waysOf('de'), en: waysOf('en') };

/** Languages to choose from by their names, those included that are said already. */
export function languageOptions(
  { language }: Bench,
  said: readonly (string | undefined)[],
): NonNullable<Need['options']> {
  const { names, order } = ways[language];
  const tags = new Set([...spoken, ...said.filter((tag) => tag !== undefined)]);
  return [...tags]
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => order.compare(a.label, b.label));
}
