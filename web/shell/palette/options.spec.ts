import { describe, expect, it } from '@jest/globals';
import type { Act, Acts } from '../../../contract/pages/act.js';
import type { View } from '../../../contract/pages/views.js';
import type { Listed } from '../../api/reads.js';
import type { PageEntry } from '../pages.js';
import { firstStep, peopleIn, secondStep } from './options.js';

const person = (id: string, givenName: string, familyName: string, externalId?: string): Listed => ({
  id,
  name: { givenName, familyName },
  phase: 'planned',
  commune: 'stolberg',
  coach: null,
  ...(externalId !== undefined && { externalId }),
});
const layla = person('layla', 'Layla', 'Nazari', 'AC-110217');
const yusuf = person('yusuf', 'Yusuf', 'Demir');
const list: PageEntry = { path: '/teilnehmende', name: 'journeys', roles: ['coach'], key: 't' };
const pages = [{ entry: list, name: 'Teilnehmende' }];
const view: View = {
  id: 'ends',
  name: 'Papier läuft ab',
  filters: { paperWeeks: '8' },
  sort: 'name',
  columns: [],
  sharedWith: 'all',
  owner: null,
  count: 17,
};
const views = [view];
const ids = (options: { id: string }[]): string[] => options.map(({ id }) => id);

const act = (key: string, label: string, words: string[] = []): Act => ({
  key,
  group: 'contact',
  label,
  words,
  call: { method: 'POST', path: '/' },
  body: {},
  needs: [],
  light: true,
});
const acts: Acts = {
  possible: [act('contact.reached', 'Erreicht', ['Kontakt']), act('paper.new', 'Neues Papier')],
  notYet: [{ key: 'training', group: 'milestone', label: 'Ausbildung begonnen', words: [], missing: [] }],
};

describe('The first step', () => {
  it('finds own people by the beginnings of names, the Kennung or its last digits', () => {
    expect(ids(peopleIn([layla, yusuf], 'naz'))).toEqual(['layla']);
    expect(ids(peopleIn([layla, yusuf], 'AC-11'))).toEqual(['layla']);
    expect(ids(peopleIn([layla, yusuf], '217'))).toEqual(['layla']);
    expect(peopleIn([layla, yusuf], ' ')).toEqual([]);
  });

  it('shows own people first, each once, then pages', () => {
    expect(ids(firstStep({ own: [layla], found: [yusuf, layla], pages, views }, 'nazari'))).toEqual([
      'person-layla',
      'person-yusuf',
    ]);
    expect(ids(firstStep({ own: [], found: [], pages, views }, 'teil'))).toEqual(['page-journeys']);
    expect(ids(firstStep({ own: [layla], found: [], pages, views }, ''))).toEqual(['page-journeys']);
  });

  it('finds a saved view by the beginnings of its words', () => {
    expect(ids(firstStep({ own: [], found: [], pages, views }, 'papier'))).toEqual(['view-ends']);
  });
});

describe('The second step', () => {
  it('shows every act, then the journey itself, then what is not yet possible', () => {
    expect(ids(secondStep(layla, acts, ''))).toEqual([
      'act-contact.reached',
      'act-paper.new',
      'open',
      'not-training',
    ]);
  });

  it('finds acts by their label and other words', () => {
    expect(ids(secondStep(layla, acts, 'kon'))).toEqual(['act-contact.reached']);
    expect(ids(secondStep(layla, acts, 'ausb'))).toEqual(['not-training']);
  });
});
