import { useLocation, useNavigate } from 'react-router';
import { useMe } from '../../api/reads.js';
import { addressOf, filtersIn, queryFor, sortIn, type Filters, type SortKey } from './filters.js';

export interface Wanted {
  filters: Filters;
  sort: SortKey;
  /** A name, or the Kennung. */
  searched: string;
  /** What the server is asked for. */
  query: Record<string, string | undefined>;
  setFilters: (filters: Filters) => void;
  setSort: (sort: SortKey) => void;
  search: (text: string) => void;
  reset: (filters: Filters) => void;
}

/** What the reader wants to see: filters and order in the address, the searched name only in the history's memory. */
export function useWanted(): Wanted {
  const me = useMe();
  const navigate = useNavigate();
  const location = useLocation();
  const address = new URLSearchParams(location.search);
  const filters = filtersIn(address, me);
  const sort = sortIn(address);
  const searched = searchedIn(location.state);
  const go = (filters: Filters, sort: SortKey, text: string): void =>
    void navigate({ search: addressOf(filters, sort, me).toString() }, { state: { searched: text } });
  return {
    filters,
    sort,
    searched,
    query: queryFor(filters, sort, searched, me),
    setFilters: (next) => go(next, sort, searched),
    setSort: (next) => go(filters, next, searched),
    search: (text) =>
      void navigate({ search: location.search }, { replace: true, state: { searched: text } }),
    reset: (next) => go(next, sort, ''),
  };
}

const searchedIn = (state: unknown): string => {
  const { searched } = (state ?? {}) as { searched?: unknown };
  return typeof searched === 'string' ? searched : '';
};
