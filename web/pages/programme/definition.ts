import type { Programme } from '../../../contract/pages/programme.js';
import type { ProgrammeWords } from '../../../contract/pages/words.js';
import { currentLanguage } from '../../texts/language.js';

/** The definition as it is data, and what its keys are called. */
export interface Definition {
  programme: Programme;
  words: ProgrammeWords;
}

/** What the definition says in both languages, in the reader's. */
export const inOwn = (text: Record<'de' | 'en', string>): string => text[currentLanguage()];
