import type { Missing as MissingView } from '../../../contract/problem.js';
import type { Missing } from '../../../domain/journey/refusal.js';
import type { Language } from './language.js';

/** What has to come first, in the reader's language. */
export const missingIn = (language: Language, missing: readonly Missing[]): MissingView[] =>
  missing.map(({ code, text, who }) => ({ code, text: text[language], who }));
