import { origins } from '../../src/demonstration/cast/names.js';

/** Who a clone of a template is. */
export interface Person {
  givenName: string;
  familyName: string;
  kennung: string;
  email: string;
}

/** A prime: neighbours in the list are no neighbours in the alphabet. */
const stride = 7919;

/** All names: of each origin every two given names with every two family names, 200,000 in all. */
const names: readonly string[] = Object.values(origins).flatMap(({ men, women, families }) =>
  [men, women].flatMap((given: readonly string[]) =>
    pairs(given, ' ').flatMap((first) => pairs(families, '-').map((last) => `${first}|${last}`)),
  ),
);

/** The person with this number; no two of the first hundred thousand have the same name. */
export function personOf(number: number): Person {
  const [givenName = '', familyName = ''] = names[(number * stride) % names.length]?.split('|') ?? [];
  return {
    givenName,
    familyName,
    kennung: `MASS-${String(number).padStart(6, '0')}`,
    email: `p${number}@example.org`,
  };
}

/** How many there are with names of their own. */
export const distinctNames = names.length;

function pairs(words: readonly string[], between: string): string[] {
  return words.flatMap((one) => words.map((other) => (one === other ? one : `${one}${between}${other}`)));
}
