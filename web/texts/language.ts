/** The languages of the pages; German is the first. */
export const languages = ['de', 'en'] as const;
export type Language = (typeof languages)[number];

/** There is none where only the texts are looked at. */
const hasPage = typeof document !== 'undefined';

let current: Language = fromBrowser();

export const currentLanguage = (): Language => current;

/** Reads and writes in this language from now on; without one, in what the browser prefers. */
export function setLanguage(language: Language | undefined): void {
  current = language ?? fromBrowser();
  if (!hasPage) return;
  document.documentElement.lang = current;
  // for what is asked before anybody is known
  localStorage.setItem('lotse-language', current);
}

function fromBrowser(): Language {
  const wished = (hasPage ? navigator.languages : []).map((tag) => tag.split('-')[0]);
  return wished.find((tag): tag is Language => tag === 'de' || tag === 'en') ?? 'de';
}
