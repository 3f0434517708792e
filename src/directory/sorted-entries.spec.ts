import { describe, expect, it } from '@jest/globals';
import { entryOf, type Entry } from './entry.js';
import { SortedEntries } from './sorted-entries.js';

const names = (count: number, prefix: string): Entry[] =>
  Array.from({ length: count }, (_, at) => entry(`${prefix}${((at * 7919) % count).toString(36)}`));

const entry = (familyName: string): Entry =>
  entryOf(
    { id: familyName, participant: familyName, commune: 'stolberg', coachId: null, version: 1 },
    { familyName },
  );

const idsOf = (entries: Iterable<Entry>): string[] => [...entries].map(({ id }) => id);
const inOrder = (entries: readonly Entry[]): string[] =>
  entries
    .toSorted((a, b) =>
      a.sortKeys.name < b.sortKeys.name || (a.sortKeys.name === b.sortKeys.name && a.id < b.id) ? -1 : 1,
    )
    .map(({ id }) => id);

describe('entries in an order', () => {
  // so many that they lie in many blocks
  const residents = names(5000, 'm');

  it.each([
    ['one before all others', [entry('aa')]],
    ['one behind all others', [entry('zz')]],
    ['some among others', names(40, 'm5')],
    ['as many as there are', names(5000, 'mq')],
    ['a crowd in one place', names(3000, 'n')],
  ])('stay in it when %s come in and some go', (_, newcomers) => {
    const sorted = new SortedEntries('name');
    sorted.replace([], residents);
    sorted.settle();
    const gone = residents.filter((__, at) => at % 613 === 0);
    sorted.replace(gone, newcomers);
    const left = residents.filter((each) => !gone.includes(each));
    expect(idsOf(sorted.candidates())).toEqual(inOrder([...left, ...newcomers]));
  });

  it('are found by their signs at once after a change, and not any more when they are gone', () => {
    const sorted = new SortedEntries('name');
    sorted.replace([], residents);
    const found = (word: string) => idsOf(sorted.candidates({ words: [word], sounds: [] }));
    expect(found('Zander')).toEqual([]);
    const zander = entry('Zander');
    sorted.replace([], [zander]);
    expect(found('Zan')).toEqual(['Zander']);
    sorted.replace([zander], []);
    expect(found('Zan')).toEqual([]);
  });

  it('are prepared block by block, each once, and found as before', () => {
    const sorted = new SortedEntries('name');
    sorted.replace([], residents);
    sorted.settle();
    const found = () => idsOf(sorted.candidates({ words: ['M5'], sounds: [] }));
    const before = found();
    expect([...sorted.preparing()].length).toBeGreaterThan(5);
    expect(found()).toEqual(before);
    expect([...sorted.preparing()]).toEqual([]);
    sorted.replace([], [entry('m5')]);
    sorted.settle();
    expect([...sorted.preparing()]).toHaveLength(1);
  });

  it('may all go, and come again', () => {
    const sorted = new SortedEntries('name');
    sorted.replace([], residents);
    sorted.settle();
    sorted.replace(residents, []);
    expect(idsOf(sorted.candidates())).toEqual([]);
    sorted.replace([], [entry('b'), entry('a')]);
    expect(idsOf(sorted.candidates())).toEqual(['a', 'b']);
  });

  it('come from one place only when they were replaced before anybody looked', () => {
    const sorted = new SortedEntries('name');
    const [before, after] = [entry('before'), entry('after')];
    sorted.replace([], [before]);
    sorted.replace([before], [after]);
    expect(idsOf(sorted.candidates())).toEqual(['after']);
  });
});
