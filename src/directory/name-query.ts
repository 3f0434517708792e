import type { Entry } from './entry.js';
import { foldKennung, foldName, wordsOfQuery } from './fold-name.js';
import { phoneticKey } from './phonetic-key.js';
import type { Signs } from './block.js';
import { markStart } from './word-start.js';

/** How well an entry fits: every word begins one of its words, or some only sound like one. */
export type Rank = 0 | 1;

/** Too short to sound like one name rather than another. */
const shortestSound = 3;

/** A query that was read once. */
export interface NameQuery {
  /** How an entry fits; `undefined` where it does not. */
  rankOf(entry: Entry): Rank | undefined;
  /** What every entry that fits so has one of; where none are given, everything may fit. */
  signs?: Record<Rank, Signs>;
}

/** Reads `q`. No word at all fits nothing. */
export function readQuery(query: string): NameQuery {
  const wanted = wordsOfQuery(query).map(wantedWord);
  if (wanted.length === 0) return { rankOf: () => undefined, signs: [noSigns, noSigns] };
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
    signs: signsOf(wanted),
  };
}

/**
 * The signs of the longest word: few have it. Whatever fits by its letters has its letters; what only sounds alike has them too
 * where it is another word that sounds.
 */
function signsOf(wanted: readonly WantedWord[]): [Signs, Signs] {
  const [{ beginnings, sound } = nothing] = wanted.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  return [
    { words: beginnings, sounds: [] },
    { words: wanted.length > 1 ? beginnings : [], sounds: sound === '' ? [] : [sound] },
  ];
}

const noSigns: Signs = { words: [], sounds: [] };

const nothing: WantedWord = { beginnings: [], sound: '' };
const lengthOf = ({ beginnings }: WantedWord): number => beginnings[0]?.length ?? 0;

/** How a wanted word stands among an entry's words, and among its sounds where it is long enough for one. */
interface WantedWord {
  beginnings: string[];
  sound: string;
}

/** A word as names have it and as a Kennung has it, and how it sounds. */
function wantedWord(word: string): WantedWord {
  const name = foldName(word);
  const key = name.length >= shortestSound ? phoneticKey(name) : '';
  const beginnings = new Set([name, foldKennung(word)].filter((each) => each !== ''));
  return { beginnings: [...beginnings].map(markStart), sound: key && `${markStart(key)} ` };
}
