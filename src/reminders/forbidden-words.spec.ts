import { describe, expect, it } from '@jest/globals';
import { readTextFiles } from './text-files.js';
import { forbiddenIn } from './forbidden-words.js';

const folder = new URL('../../programmes/durchstarten/', import.meta.url);
const { forbidden } = await readTextFiles(folder);
const found = (language: string, text: string): string | undefined =>
  forbiddenIn(text, language, forbidden.value);

describe('what must not stand on a lock screen', () => {
  it.each([
    ['de', 'Ihre Duldung läuft ab.', 'duldung'],
    ['de', 'Ihre DULDUNGEN', 'duldungen'],
    ['de', 'Ihre Ausbildungsduldung', 'ausbildungsduldung'],
    ['de', 'Termin beim Amt!', 'amt'],
    ['de', 'Das Ausländer-Amt ruft an', 'ausländer'],
    ['de', 'Ihr Pass, bitte', 'pass'],
    ['de', 'Ihr Ausweispapier', 'ausweispapier'],
    ['de', 'Die Du\u00ADld\u200Bung', 'duldung'],
    ['de', 'die Behörden', 'behörden'],
    ['de', 'ausla\u0308nderbeho\u0308rde', 'ausländerbehörde'],
    ['en', 'your residence permit', 'residence'],
    ['fr', 'la préfecture', 'préfecture'],
    ['tr', 'İltica ve oturma izni', 'iltica'],
    ['tr', 'YABANCILAR DAİRESİ', 'yabancılar'],
    ['ar', 'تمديد الإقامة', 'تمديد'],
    ['ar', 'والجَوَازُ', 'والجواز'],
    ['fa', 'پناه‌جویان', 'پناهجویان'],
    ['ti', 'ንዑቕባ', 'ንዑቕባ'],
    ['uk', 'до міграційної служби', 'міграційної'],
    ['kmr', 'destûra rûniştinê', 'destûra'],
    ['so', 'xafiiska socdaalka', 'xafiiska'],
    ['so', 'Jobcenter', 'jobcenter'],
  ])('in %s: „%s“', (language, text, word) => {
    expect(found(language, text)).toBe(word);
  });

  it.each([
    ['de', 'Insgesamt ist das gesamte Team samt Beamten da.'],
    ['de', 'Es ist nichts passiert, das passt, wir passen auf.'],
    ['de', 'Sie klagten nicht: Das macht Laune, der Kompass hilft.'],
    ['en', 'How is the training going?'],
    ['tr', 'Bu konuyu konuşmak istiyorum.'],
  ])('but nothing else in %s: „%s“', (language, text) => {
    expect(found(language, text)).toBeUndefined();
  });

  it('is said in every language that has texts', async () => {
    const { languages } = await readTextFiles(folder);
    for (const language of languages.keys()) expect(forbidden.value[language]?.length).toBeGreaterThan(20);
  });
});
