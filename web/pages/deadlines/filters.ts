import { undatedTask } from '../../parts/figures/address-of-deadlines.js';
import { addDays, type Day } from '../../time/days.js';

/** What the list can be asked for; each has this name in the address. */
export const filterNames = [
  'kind',
  'state',
  'commune',
  'coach',
  'weeks',
  'dueFrom',
  'dueBefore',
  'undated',
] as const;
export type FilterName = (typeof filterNames)[number];
export type Filters = Readonly<Partial<Record<FilterName, string>>>;

/** So many weeks are looked ahead where nothing else is said. */
export const usualWeeks = '4';
export const everyWeek = 'all';
/** Deadlines of every state. */
export const everyState = 'all';

const short = /^[\w@.+-]{1,120}$/;
const day = /^\d{4}-\d\d-\d\d$/;
/** What an address may say; anything else is as if it were not said. */
const allowed: Record<FilterName, RegExp> = {
  kind: short,
  state: /^(?:open|missed|done|cancelled|all)$/,
  commune: short,
  coach: short,
  weeks: /^(?:[1-9]\d?|all)$/,
  dueFrom: day,
  dueBefore: day,
  undated: /^true$/,
};

export const filtersIn = (address: URLSearchParams): Filters =>
  Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = address.get(name);
      return value !== null && allowed[name].test(value) ? [[name, value] as const] : [];
    }),
  );

/** The address with another filter; a span of weeks and one of days are two ways to say one thing, the newer one holds. */
export function changed(
  address: URLSearchParams,
  name: FilterName,
  value: string | undefined,
): URLSearchParams {
  const next = new URLSearchParams(filtersIn(address));
  if (name === 'weeks') for (const day of ['dueFrom', 'dueBefore']) next.delete(day);
  if (value === undefined || value === '') next.delete(name);
  else next.set(name, value);
  return next;
}

/** Whether a list is asked for by days, and not by weeks from today on. */
export const isByDays = ({ dueFrom, dueBefore }: Filters): boolean =>
  dueFrom !== undefined || dueBefore !== undefined;

/** Which list the API is asked for, and how. */
export function askedFor(
  filters: Filters,
  today: Day,
): { list: 'deadlines' | 'tasks'; query: Record<string, string | undefined> } {
  const { undated, state = 'open', kind, weeks = usualWeeks, dueFrom, dueBefore, commune, coach } = filters;
  if (undated !== undefined) return { list: 'tasks', query: { ...undatedTask, commune, coach } };
  const last = weeks === everyWeek ? undefined : addDays(today, Number(weeks) * 7 + 1);
  const span = isByDays(filters) ? { dueFrom, dueBefore } : { dueBefore: last };
  return {
    list: 'deadlines',
    query: { state: state === everyState ? undefined : state, kind, ...span, commune, coach },
  };
}
