import type { Entry } from './entry.js';
import { foldKennung, foldName, wordsOfQuery } from './fold-name.js';
import { phoneticKey } from './phonetic-key.js';

/** How well an entry fits: every word begins one of its words, or some only sound like one. */
export type Rank = 0 | 1;

/** Too short to sound like one name rather than another. */
const shortestSound = 3;

/** A query that was read once. */
export interface NameQuery {
  /** How an entry fits; `undefined` where it does not. */
  rankOf(entry: Entry): Rank | undefined;
  /** Whether of those whose words stand in this text one may fit: false where none does. */
  mayFit(text: string): boolean;
}

/** Reads `q`. No word at all fits nothing. */
export function readQuery(query: string): NameQuery {
  const wanted = wordsOfQuery(query).map(wantedWord);
  if (wanted.length === 0) return { rankOf: () => undefined, mayFit: () => false };
  return {
    rankOf(entry) {
      let rank: Rank = 0;
      for (const { beginnings, sound } of wanted) {
        if (beginnings.some((beginning) => entry.words.includes(beginning))) continue;
        if (sound === '' || !entry.sounds.includes(sound)) return undefined;
        rank = 1;
      }
      return rank;
    },
    mayFit: (text) =>
      wanted.every(
        ({ beginnings, sound }) =>
          beginnings.some((beginning) => text.includes(beginning)) || (sound !== '' && text.includes(sound)),
      ),
  };
}

/** A word as names have it and as a Kennung has it, and how it sounds. */
function wantedWord(word: string): { beginnings: string[]; sound: string } {
  const name = foldName(word);
  const key = name.length >= shortestSound ? phoneticKey(name) : '';
  const beginnings = new Set([name, foldKennung(word)].filter((each) => each !== ''));
  return { beginnings: [...beginnings].map((each) => ` ${each}`), sound: key && ` ${key} ` };
}
