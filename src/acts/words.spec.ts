import { describe, expect, it } from '@jest/globals';
import { programme } from '../../test/support/planning.js';
import { askedWords, wordsOfField } from './field-words.js';
import { milestoneWords } from './milestone-words.js';

const fields = programme.milestones.flatMap(({ key, fields: all }) =>
  all.flatMap(({ name, values = [] }) => [{ key, name }, ...values.map((value) => ({ key, name, value }))]),
);

describe('the words of milestones', () => {
  it('are there for every field of the programme and every value', () => {
    const missing = fields.filter(
      ({ key, name, value }: { key: string; name: string; value?: string }) =>
        wordsOfField(key, name, value) === undefined,
    );
    expect(missing).toEqual([]);
  });

  it('are asked with in a way of its own only where there is such a field', () => {
    const known = fields.map(({ key, name, value }: { key: string; name: string; value?: string }) =>
      [key, name, ...(value === undefined ? [] : [value])].join('.'),
    );
    expect(Object.keys(askedWords).filter((each) => !known.includes(each))).toEqual([]);
  });

  it('by which people look for one are there for each milestone, in small letters', () => {
    expect(Object.keys(milestoneWords).toSorted()).toEqual(
      programme.milestones.map(({ key }) => key).toSorted(),
    );
    expect(
      Object.values(milestoneWords)
        .flat()
        .filter((word) => word !== word.toLowerCase()),
    ).toEqual([]);
  });

  it('are plain and polite', () => {
    const said = JSON.stringify([askedWords, milestoneWords]);
    expect(said).not.toMatch(/illegal|ausreisepflichtig|Versäumnis|Abschiebung|säumig/i);
  });
});
