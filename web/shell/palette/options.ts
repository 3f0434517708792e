import type { Act, Acts } from '../../../contract/pages/act.js';
import type { Missing } from '../../../contract/problem.js';
import type { JourneyRef } from '../../../contract/journeys/shared.js';
import type { View } from '../../../contract/pages/views.js';
import type { Listed } from '../../api/reads.js';
import { nameOf } from '../../parts/person-name.js';
import type { PageEntry } from '../pages.js';
import { fits } from './fold.js';

/** Something that can be chosen. */
export type Option =
  | { is: 'person'; id: string; person: Listed }
  | { is: 'page'; id: string; page: PageEntry }
  | { is: 'view'; id: string; view: View }
  | { is: 'open'; id: string; person: JourneyRef }
  | { is: 'act'; id: string; act: Act }
  | { is: 'notYet'; id: string; label: string; missing: Missing[] };

const mostPeople = 8;
const mostActs = 12;

const digits = (text: string): string => text.replaceAll(/\D/g, '');

/** Own people, by the beginnings of names or the Kennung. */
export function peopleIn(own: readonly Listed[], typed: string): Listed[] {
  if (typed.trim() === '') return [];
  const kennung = (item: Listed): string => item.externalId ?? '';
  return own
    .filter(
      (item) =>
        fits(typed, `${nameOf(item.name)} ${kennung(item)}`) ||
        (digits(typed).length >= 3 && digits(kennung(item)).endsWith(digits(typed))),
    )
    .slice(0, mostPeople);
}

/** Where the palette looks. */
interface Searched {
  own: readonly Listed[];
  found: readonly Listed[];
  pages: readonly { entry: PageEntry; name: string }[];
  views: readonly View[];
}

/** Which people, pages and saved views a text finds; own people first, from memory. */
export function firstStep({ own, found, pages, views }: Searched, typed: string): Option[] {
  const mine = peopleIn(own, typed);
  const others = found.filter(({ id }) => !mine.some((each) => each.id === id));
  return [
    ...[...mine, ...others]
      .slice(0, mostPeople)
      .map((person): Option => ({ is: 'person', id: `person-${person.id}`, person })),
    ...pages
      .filter(({ name }) => typed === '' || fits(typed, name))
      .map(({ entry }): Option => ({ is: 'page', id: `page-${entry.name}`, page: entry })),
    ...views
      .filter(({ name }) => typed !== '' && fits(typed, name))
      .map((view): Option => ({ is: 'view', id: `view-${view.id}`, view })),
  ];
}

/** Which acts a text finds for somebody: what is possible now, then what is not yet, with what is missing. */
export function secondStep(person: JourneyRef, { possible, notYet }: Acts, typed: string): Option[] {
  const wanted = ({ label, words }: { label: string; words: string[] }): boolean =>
    typed === '' || fits(typed, [label, ...words].join(' '));
  return [
    ...possible
      .filter(wanted)
      .slice(0, typed === '' ? undefined : mostActs)
      .map((act): Option => ({ is: 'act', id: `act-${act.key}`, act })),
    ...(typed === '' ? [{ is: 'open', id: 'open', person } as const] : []),
    ...notYet
      .filter(wanted)
      .slice(0, mostActs)
      .map(({ key, label, missing }): Option => ({ is: 'notYet', id: `not-${key}`, label, missing })),
  ];
}
