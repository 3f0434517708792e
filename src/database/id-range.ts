/** Rows behind an id, up to and with another one. */
export interface IdRange {
  after: string;
  until: string;
}

const [first, middle, last] = [
  '00000000-0000-0000-0000-000000000000',
  '7fffffff-ffff-ffff-ffff-ffffffffffff',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
];

/** All of them. */
export const everyId: IdRange = { after: first, until: last };

/**
 * One for each of the two cores that Lotse counts with. Ids are hashes or random: halves of their range are halves of
 * the rows.
 */
export const halvesOfIds: readonly IdRange[] = [
  { after: first, until: middle },
  { after: middle, until: last },
];
