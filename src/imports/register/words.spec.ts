import { describe, expect, it } from '@jest/globals';
import { countryCode } from './countries.js';
import { readDay } from './read-day.js';
import { documentKind, languageTag } from './words.js';

describe('kinds of paper', () => {
  it.each([
    ['Duldung', 'toleration_60a'],
    ['duldung §60A', 'toleration_60a'],
    ['Duldung § 60b', 'toleration_60b'],
    ['Ausbildungsduldung', 'toleration_60c'],
    ['Ausbildungsduldung (§ 60c)', 'toleration_60c'],
    ['Beschäftigungsduldung (§ 60d)', 'toleration_60d'],
    ['Aufenthaltsgestattung', 'asylum_permission'],
    ['Ankunftsnachweis', 'arrival_certificate'],
    ['Aufenthaltserlaubnis § 16g', 'residence_permit_16g'],
    ['Aufenthaltserlaubnis § 19d', 'residence_permit_19d'],
    ['Aufenthaltserlaubnis § 25a', 'residence_permit_25a'],
    ['Aufenthaltserlaubnis § 25b', 'residence_permit_25b'],
    ['Aufenthaltserlaubnis § 25 Abs. 5', 'residence_permit_25_5'],
    ['Aufenthaltserlaubnis § 104c', 'residence_permit_104c'],
    ['AUFENTHALTSERLAUBNIS §25 ABS.2', 'residence_permit_protection'],
    ['§ 25 Abs. 1–3', 'residence_permit_protection'],
    ['Fiktionsbescheinigung', 'fiction_certificate'],
    ['Grenzuebertrittsbescheinigung', 'border_crossing_certificate'],
  ])('%s is %s', (word, kind) => expect(documentKind(word)).toBe(kind));

  it.each(['???', 'Duldung § 60e', 'Aufenthaltserlaubnis', 'Aufenthaltserlaubnis § 25'])(
    '%s is none',
    (word) => expect(documentKind(word)).toBeUndefined(),
  );
});

describe('countries', () => {
  it.each([
    ['Syrien', 'SY'],
    ['türkei', 'TR'],
    ['Tuerkei', 'TR'],
    ['Elfenbeinküste', 'CI'],
    ['Côte d’Ivoire', 'CI'],
    ['Guinea', 'GN'],
    ['Guinea-Bissau', 'GW'],
    ['DR Kongo', 'CD'],
    ['Kosovo', 'XK'],
  ])('%s is %s', (word, code) => expect(countryCode(word)).toBe(code));

  it.each(['Kongo', 'Europäische Union', 'staatenlos', 'Jugoslawien'])('%s is none', (word) =>
    expect(countryCode(word)).toBeUndefined(),
  );
});

describe('languages', () => {
  it('have tags, in the usual letter case', () => {
    expect(['kmr', 'FA-af', 'az-latn', 'prs'].map(languageTag)).toEqual(['kmr', 'fa-AF', 'az-Latn', 'prs']);
    expect(['Arabisch', 'xx', 'de_DE', 'd', ''].map(languageTag)).toEqual(Array.from({ length: 5 }));
  });
});

describe('days', () => {
  it.each(['25.10.2003', '2003-10-25', '25. 10. 2003'])('%s is 25 October 2003', (cell) => {
    expect(readDay(cell)).toEqual({ day: '2003-10-25' });
  });

  it('may lack leading zeros', () => expect(readDay('1.2.2003')).toEqual({ day: '2003-02-01' }));

  it.each(['3/4/27', '03.04.27', '3/4/2027', '03-04-2027'])('%s is ambiguous', (cell) => {
    expect(readDay(cell)).toEqual({ problem: 'ambiguous-date' });
  });

  it.each(['31.02.2003', '00.00.2003', '2003-02-30', '2003', 'bald', '37919'])('%s is impossible', (cell) => {
    expect(readDay(cell)).toEqual({ problem: 'impossible-date' });
  });
});
