import type { Words } from '../programmes/words/in-language.js';

/** Why a journey is left as it is, where no rule says it. */
export const whyWords = {
  'module-is-there': {
    de: 'Dieser Baustein ist schon vorgeschlagen oder läuft.',
    en: 'This module has been proposed already, or runs.',
  },
  'changed-since': {
    de: 'Hier wurde inzwischen etwas anderes eingetragen.',
    en: 'Something else was recorded here meanwhile.',
  },
  conflict: {
    de: 'Hier wurde gerade von anderen etwas eingetragen. Bitte noch einmal versuchen.',
    en: 'Others were recording something here. Please try again.',
  },
  'not-found': {
    de: 'Diesen Fall gibt es nicht, oder er gehört nicht zu Ihrem Bereich.',
    en: 'This journey does not exist or is not in your area.',
  },
} satisfies Record<string, Words>;
export type WhyCode = keyof typeof whyWords;

/** An act on many has nothing to do in this journey. */
export class LeftAsItIs extends Error {
  override readonly name = 'LeftAsItIs';
  constructor(readonly code: WhyCode) {
    super(code);
  }
}
