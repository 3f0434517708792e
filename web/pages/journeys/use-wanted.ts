import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useMe } from '../../api/reads.js';
import { addressOf, filtersIn, queryFor, sortIn, type Filters, type SortKey } from './filters.js';

const restMs = 120;

export interface Wanted {
  filters: Filters;
  sort: SortKey;
  /** What stands in the search field. */
  typed: string;
  /** What the server is asked for. */
  query: Record<string, string | undefined>;
  setFilters: (filters: Filters) => void;
  setSort: (sort: SortKey) => void;
  setTyped: (text: string) => void;
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
  const [typed, setTyped] = useState(searched);
  const [rested] = useDebouncedValue(typed, restMs);
  const written = useRef(searched);
  useEffect(() => {
    // the history says something else than was written last: somebody went back or forth
    if (searched === written.current) return;
    written.current = searched;
    setTyped(searched);
  }, [searched]);
  useEffect(() => {
    if (rested !== typed || rested === written.current) return;
    written.current = rested;
    void navigate({ search: location.search }, { replace: true, state: { searched: rested } });
  }, [rested, typed, location.search, navigate]);
  const go = (filters: Filters, sort: SortKey, text: string): void => {
    written.current = text;
    void navigate(
      { search: addressOf(filters, sort, me).toString() },
      { state: { searched: text }, preventScrollReset: true },
    );
  };
  return {
    filters,
    sort,
    typed,
    query: queryFor(filters, sort, searched, me),
    setFilters: (next) => go(next, sort, typed),
    setSort: (next) => go(filters, next, typed),
    setTyped,
    reset: (next) => {
      setTyped('');
      go(next, sort, '');
    },
  };
}

const searchedIn = (state: unknown): string => {
  const { searched } = (state ?? {}) as { searched?: unknown };
  return typeof searched === 'string' ? searched : '';
};
