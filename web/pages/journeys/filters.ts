import type { Me } from '../../../contract/access.js';
import type { ListSort } from '../../../contract/pages/list-filters.js';

/** Every filter of the list, by its name in the API, which it has in the address too. */
export const filterNames = [
  'phase',
  'commune',
  'coach',
  'paperWeeks',
  'flagged',
  'rule',
  'renewalAsked',
  'dueWeeks',
  'module',
  'moduleState',
  'language',
  'open',
  'move',
  'moveSince',
  'phaseBefore',
] as const;
export type FilterName = (typeof filterNames)[number];
export type Filters = Readonly<{ [Name in FilterName]?: string | undefined }>;

/** The orders that the server knows. */
export const sortKeys = [
  'name',
  'nextDue',
  'paper',
  'severity',
  'lastContactOn',
  'phase',
  'commune',
  'externalId',
] as const satisfies readonly ListSort[];
export type SortKey = (typeof sortKeys)[number];

/** Everybody's, said by a coach, who begins with her own. */
export const everybodys = 'all';
/** One's own, and nobody's. */
export const mine = 'me';
export const nobodys = 'none';

/** A search begins with so many letters. */
const fewestLetters = 2;

const oneOf = (...values: string[]) => new RegExp(`^(?:${values.join('|')})$`);
const day = /^\d{4}-\d\d-\d\d$/;
const short = /^[\w@.+-]{1,120}$/;
const weeks = /^[1-9]\d?$/;
/** What an address may say; anything else is as if it were not said. */
const allowed: Record<FilterName, RegExp> = {
  phase: short,
  commune: short,
  coach: short,
  module: short,
  moduleState: short,
  language: short,
  rule: short,
  flagged: oneOf('true', 'false'),
  renewalAsked: oneOf('true', 'false'),
  open: oneOf('true', 'false', 'all'),
  dueWeeks: weeks,
  paperWeeks: weeks,
  move: /^[a-z_]{1,60}\.(?:entered|onward|back|ended)$/,
  moveSince: day,
  phaseBefore: day,
};

type Whose = Pick<Me, 'role'>;

/** What holds where nothing is said: open journeys, and for a coach her own. */
export const defaultsFor = ({ role }: Whose): Filters =>
  role === 'coach' ? { open: 'true', coach: mine } : { open: 'true' };

/** The filters that an address names, over those that hold anyway. */
export function filtersIn(address: URLSearchParams, me: Whose): Filters {
  const said = filterNames.flatMap((name) => {
    const value = address.get(name);
    return value !== null && allowed[name].test(value) ? [[name, value] as const] : [];
  });
  return { ...defaultsFor(me), ...Object.fromEntries(said) };
}

export const sortIn = (address: URLSearchParams): SortKey =>
  sortKeys.find((key) => key === address.get('sort')) ?? 'name';

/** The address for these filters: it says only what does not hold anyway. */
export function addressOf(filters: Filters, sort: SortKey, me: Whose): URLSearchParams {
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
export function without(filters: Filters, name: FilterName, me: Whose): Filters {
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

/** Whether two readers' filters find the same people. */
export const sameFilters = (one: Filters, other: Filters): boolean =>
  filterNames.every((name) => one[name] === other[name]);

/** Whether the filters are other than what holds anyway. */
export const areChanged = (filters: Filters, me: Whose): boolean => !sameFilters(filters, defaultsFor(me));

/** The query of `GET /journeys`. */
export function queryFor(
  { coach, ...filters }: Filters,
  sort: SortKey,
  searched: string,
): Record<string, string | undefined> {
  const q = searched.trim();
  return {
    ...filters,
    sort,
    coach: coach === everybodys ? undefined : coach,
    q: q.length >= fewestLetters ? q : undefined,
  };
}
