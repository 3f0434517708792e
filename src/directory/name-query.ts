import type { Entry } from './entry.js';
import { foldKennung, foldName, wordsOfQuery } from './fold-name.js';
import { phoneticKey } from './phonetic-key.js';

/** How well an entry fits: every word begins one of its words, or some only sound like one. */
export type Rank = 0 | 1;

/** Too short to sound like one name rather than another. */
const shortestSound = 3;

/** Reads `q` once; tells for each entry how it fits, `undefined` where it does not. No word at all fits nothing. */
export function rankBy(query: string): (entry: Entry) => Rank | undefined {
  const wanted = wordsOfQuery(query).map(wantedWord);
  if (wanted.length === 0) return () => undefined;
  return (entry) => {
    let rank: Rank = 0;
    for (const { beginnings, sound } of wanted) {
      if (beginnings.some((beginning) => entry.words.includes(beginning))) continue;
      if (sound === '' || !entry.sounds.includes(sound)) return undefined;
      rank = 1;
    }
    return rank;
  };
}

/** A word as names have it and as a Kennung has it, and how it sounds. */
function wantedWord(word: string): { beginnings: string[]; sound: string } {
  const name = foldName(word);
  const key = name.length >= shortestSound ? phoneticKey(name) : '';
  const beginnings = new Set([name, foldKennung(word)].filter((each) => each !== ''));
  return { beginnings: [...beginnings].map((each) => ` ${each}`), sound: key && ` ${key} ` };
}
