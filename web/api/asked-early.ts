import { currentLanguage } from '../texts/language.js';

/** What `early.ts` has asked for before this page was there. */
interface Early {
  language: string;
  answers: Map<string, Promise<Response>>;
}

/** Asked earlier than that it is old news. */
const freshMs = 8000;

/** The answer to a path that was asked early, once; `undefined` where it was not, is too old or in another language. */
export function askedEarly(path: string): Promise<Response> | undefined {
  const { lotseEarly: early } = globalThis as { lotseEarly?: Early };
  const answer = early?.answers.get(path);
  if (!early || !answer) return undefined;
  early.answers.delete(path);
  const speaks = path.endsWith('/me') || early.language === currentLanguage();
  return speaks && performance.now() < freshMs ? answer : undefined;
}
