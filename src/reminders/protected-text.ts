import type { Language } from '../journeys/views/language.js';
import { plainOf } from './message.js';
import type { Texts } from './texts.js';
import type { Values } from './values.js';

/**
 * A text that a person tells, in the language of the coach who tells it.
 * @param values as `valuesOf` gives them; a gap is shown for what is missing or erased
 * @returns `undefined` for a text that this version of the programme does not know
 */
export function protectedTextFor(
  texts: Texts,
  key: string,
  language: Language,
  values: Values,
): string | undefined {
  const text = texts.render(key, [language], values);
  return text && plainOf(text.body);
}
