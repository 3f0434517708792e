import { describe, expect, it } from '@jest/globals';
import { renewKeys } from '../event-store/seal/participant-keys.js';
import { sealParts } from '../event-store/seal/parts.js';
import { classesOfNames } from '../read-models/journey/sealed-names.js';
import { openEntries, openLanguages, type SealedRow } from './open-entries.js';

const wrapping = Buffer.alloc(32, 7);

function rowOf(givenName: string, language = 'ti'): SealedRow {
  const participant = `participant-of-${givenName}`;
  const { keys, made } = renewKeys(wrapping, participant, [], classesOfNames);
  const names = { case: { givenName, familyName: 'Tesfay', externalId: 'DS-1001' }, contact: { language } };
  const [caseKey, contactKey] = made.map(({ wrapped }) => wrapped);
  const sealed = sealParts(keys, participant, names);
  return {
    id: givenName,
    participant,
    commune: 'alsdorf',
    coachId: null,
    version: 3,
    ...sealed,
    caseKey,
    contactKey,
  };
}

const [merhawi, selam] = [rowOf('Merhawi'), rowOf('Selam', 'am')];

describe('rows of the directory', () => {
  it('are opened to names, place and language of each', () => {
    expect(openEntries([merhawi, selam], wrapping)).toMatchObject([
      { id: 'Merhawi', commune: 'alsdorf', version: 3, names: ['merhawi', 'tesfay'], language: 'ti' },
      { id: 'Selam', commune: 'alsdorf', version: 3, names: ['selam', 'tesfay'], language: 'am' },
    ]);
    expect(openLanguages([merhawi, selam], wrapping)).toEqual([
      { id: 'Merhawi', version: 3, language: 'ti' },
      { id: 'Selam', version: 3, language: 'am' },
    ]);
  });

  it('keep their place, and nothing of a person whose key was destroyed', () => {
    const [erased, other] = openEntries([{ ...merhawi, caseKey: null }, selam], wrapping);
    expect(erased).toMatchObject({ id: 'Merhawi', words: '', sounds: '', names: [], language: 'ti' });
    expect(other).toMatchObject({ names: ['selam', 'tesfay'] });
    expect(openLanguages([{ ...merhawi, contactKey: null }, selam], wrapping)).toHaveLength(1);
  });

  it('are not opened with a key that is not theirs, whoever put it there', () => {
    const { caseKey, contactKey } = merhawi;
    expect(() => openEntries([selam, { ...merhawi, caseKey: selam.caseKey }], wrapping)).toThrow();
    expect(() => openEntries([selam, { ...merhawi, caseKey: contactKey }], wrapping)).toThrow();
    expect(() => openLanguages([selam, { ...merhawi, contactKey: caseKey }], wrapping)).toThrow();
    expect(() => openEntries([{ ...selam, participant: merhawi.participant }], wrapping)).toThrow();
    expect(() => openEntries([merhawi], Buffer.alloc(32, 8))).toThrow();
  });
});
