import type { Me } from '../../../contract/access.js';
import { addDays } from '../../time/days.js';

/** Every filter of the list, in the order in which the page shows them; each has this name in the address. */
export const filterNames = [
  'phase',
  'commune',
  'coach',
  'module',
  'language',
  'flagged',
  'open',
  'weeks',
  'move',
  'moveSince',
  'phaseBefore',
] as const;
export type FilterName = (typeof filterNames)[number];
export type Filters = Readonly<Partial<Record<FilterName, string>>>;

/** The orders that the server knows. */
export const sortKeys = [
  'name',
  'nextDue',
  'severity',
  'lastContactOn',
  'phase',
  'commune',
  'externalId',
] as const;
export type SortKey = (typeof sortKeys)[number];

/** Everybody's, said by a coach, who begins with her own. */
export const everybodys = 'all';

/** A search begins with so many letters. */
const fewestLetters = 2;

const oneOf = (...values: string[]) => new RegExp(`^(?:${values.join('|')})$`);
const day = /^\d{4}-\d\d-\d\d$/;
const short = /^[\w@.+-]{1,120}$/;
/** What an address may say; anything else is as if it were not said. */
const allowed: Record<FilterName, RegExp> = {
  phase: short,
  commune: short,
  coach: short,
  module: short,
  language: short,
  flagged: oneOf('true', 'false'),
  open: oneOf('true', 'false', 'all'),
  weeks: /^[1-9]\d?$/,
  move: /^[a-z_]{1,60}\.(?:entered|onward|back|ended)$/,
  moveSince: day,
  phaseBefore: day,
};

/** What holds where nothing is said: open journeys, and for a coach her own. */
export const defaultsFor = ({ role, email }: Pick<Me, 'role' | 'email'>): Filters =>
  role === 'coach' ? { open: 'true', coach: email } : { open: 'true' };

/** The filters that an address names, over those that hold anyway. */
export function filtersIn(address: URLSearchParams, me: Pick<Me, 'role' | 'email'>): Filters {
  const said = filterNames.flatMap((name) => {
    const value = address.get(name);
    return value !== null && allowed[name].test(value) ? [[name, value] as const] : [];
  });
  return { ...defaultsFor(me), ...Object.fromEntries(said) };
}

export const sortIn = (address: URLSearchParams): SortKey =>
  sortKeys.find((key) => key === address.get('sort')) ?? 'name';

/** The address for these filters: it says only what does not hold anyway. */
export function addressOf(filters: Filters, sort: SortKey, me: Pick<Me, 'role' | 'email'>): URLSearchParams {
  const defaults = defaultsFor(me);
  const address = new URLSearchParams();
  for (const name of filterNames) {
    const value = filters[name];
    if (value !== undefined && value !== defaults[name]) address.set(name, value);
  }
  if (sort !== 'name') address.set('sort', sort);
  return address;
}

/** The filters without one of them. Taken away from a coach, hers shows everybody's. */
export function without(filters: Filters, name: FilterName, me: Pick<Me, 'role' | 'email'>): Filters {
  const { [name]: _, ...others } = filters;
  if (name === 'open') return { ...others, open: 'true' };
  return name === 'coach' && me.role === 'coach' ? { ...others, coach: everybodys } : others;
}

/** Those that a reader should see as chips: all that leave somebody out. */
export const active = (filters: Filters): [FilterName, string][] =>
  filterNames.flatMap((name): [FilterName, string][] => {
    const value = filters[name];
    const leavesOut = value !== undefined && !(name === 'coach' && value === everybodys);
    return leavesOut && !(name === 'open' && value === 'true') ? [[name, value]] : [];
  });

/** Whether the filters are other than what holds anyway. */
export const areChanged = (filters: Filters, me: Pick<Me, 'role' | 'email'>): boolean => {
  const defaults = defaultsFor(me);
  return filterNames.some((name) => filters[name] !== defaults[name]);
};

/** The query of `GET /journeys`; `dueBefore` is the day after the last one that counts. */
export function queryFor(
  { weeks, coach, ...filters }: Filters,
  sort: SortKey,
  searched: string,
  { today, email }: Pick<Me, 'today' | 'email'>,
): Record<string, string | undefined> {
  const q = searched.trim();
  return {
    ...filters,
    sort,
    coach: coach === everybodys ? undefined : coach === email ? 'me' : coach,
    dueBefore: weeks && addDays(today, Number(weeks) * 7 + 1),
    q: q.length >= fewestLetters ? q : undefined,
  };
}
