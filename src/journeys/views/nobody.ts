import type { Language } from './language.js';

/** In the place of a coach's name where nobody accompanies a journey. */
export const nobody: Record<Language, string> = { de: 'Ohne Coach', en: 'Without a coach' };
