/** The languages of the pages; German is the first. */
export const languages = ['de', 'en'] as const;
export type Language = (typeof languages)[number];

let current: Language = fromBrowser();

export const currentLanguage = (): Language => current;

/** Reads and writes in this language from now on; without one, in what the browser prefers. */
export function setLanguage(language: Language | undefined): void {
  current = language ?? fromBrowser();
  document.documentElement.lang = current;
}

function fromBrowser(): Language {
  const wished = navigator.languages.map((tag) => tag.split('-')[0]);
  return wished.find((tag): tag is Language => tag === 'de' || tag === 'en') ?? 'de';
}
