import { currentLanguage } from '../texts/language.js';

/** What `early.ts` has asked for before this page was there. */
interface Early {
  language: string;
  answers: Map<string, Promise<Response>>;
}

/** Asked earlier than that it is old news. */
const freshMs = 8000;

/**
 * The answer to a path that was asked early, once; `undefined` where it was not, is too old or in another language. From
 * a browser's memory this page may come before it: then it is told what need not be asked twice.
 */
export function askedEarly(path: string): Promise<Response> | undefined {
  const page = globalThis as { lotseEarly?: Early; lotseAsked?: Set<string> };
  const { lotseEarly: early } = page;
  if (!early) (page.lotseAsked ??= new Set()).add(path);
  const answer = early?.answers.get(path);
  if (!early || !answer) return undefined;
  early.answers.delete(path);
  const speaks = path.endsWith('/me') || early.language === currentLanguage();
  return speaks && performance.now() < freshMs ? answer : undefined;
}
