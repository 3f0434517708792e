import type { View } from '../../contract/pages/views.js';
import type { Role } from '../../contract/access.js';
import type { Words } from '../programmes/words/in-language.js';

/** A view that comes with Lotse. */
interface GivenView extends Pick<View, 'id' | 'filters' | 'columns' | 'sort'> {
  name: Words;
  roles: readonly Role[];
}

/** A coach's are of her own people: whoever wants to see more takes the filter away. */
const ofCoach = { roles: ['coach'], coach: { coach: 'me' } } as const;
const ofRegion = { roles: ['coordinator'], coach: {} } as const;

const both = (
  ids: readonly [coach: string, coordinator: string],
  name: Words,
  filters: View['filters'],
  sort: View['sort'],
): GivenView[] =>
  [ofCoach, ofRegion].map(({ roles, coach }, at) => ({
    id: ids[at] ?? '',
    name,
    roles,
    filters: { ...filters, ...coach },
    columns: [],
    sort,
  }));

/** What is looked for most, in the order in which it is offered. */
export const givenViews: readonly GivenView[] = [
  {
    id: '3f0e5a52-0b3f-5a1c-9d53-6a2f1c7f0a01',
    name: { de: 'Meine Teilnehmenden', en: 'My participants' },
    roles: ['coach'],
    filters: { coach: 'me' },
    columns: [],
    sort: 'name',
  },
  {
    id: '3f0e5a52-0b3f-5a1c-9d53-6a2f1c7f0a02',
    name: { de: 'Alle offenen', en: 'All open ones' },
    roles: ['coordinator'],
    filters: {},
    columns: [],
    sort: 'name',
  },
  ...both(
    ['3f0e5a52-0b3f-5a1c-9d53-6a2f1c7f0a03', '3f0e5a52-0b3f-5a1c-9d53-6a2f1c7f0a04'],
    { de: 'Papier läuft ab (8 Wochen), nichts beantragt', en: 'Paper ends (8 weeks), nothing applied for' },
    { paperWeeks: '8', renewalAsked: 'false' },
    'paper',
  ),
  ...both(
    ['3f0e5a52-0b3f-5a1c-9d53-6a2f1c7f0a05', '3f0e5a52-0b3f-5a1c-9d53-6a2f1c7f0a06'],
    { de: 'Bedarf erhoben, noch ohne Plan', en: 'Assessed, no plan yet' },
    { phase: 'assessed' },
    'lastContactOn',
  ),
  ...both(
    ['3f0e5a52-0b3f-5a1c-9d53-6a2f1c7f0a07', '3f0e5a52-0b3f-5a1c-9d53-6a2f1c7f0a08'],
    { de: 'Warteliste', en: 'Waiting list' },
    { moduleState: 'waitlisted' },
    'name',
  ),
  {
    id: '3f0e5a52-0b3f-5a1c-9d53-6a2f1c7f0a09',
    name: { de: 'Ohne Coach', en: 'Without a coach' },
    roles: ['coordinator'],
    filters: { coach: 'none' },
    columns: [],
    sort: 'nextDue',
  },
];
