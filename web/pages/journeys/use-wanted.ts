import { useLocation, useNavigate } from 'react-router';
import type { ListColumn } from '../../../contract/pages/list-filters.js';
import { useMe } from '../../api/reads.js';
import { columnsIn, sameColumns, usualColumns } from './columns.js';
import { addressOf, filtersIn, queryFor, sortIn, type Filters, type SortKey } from './filters.js';

/** What can be asked for: who, in which order, and what of them. */
export interface Asked {
  filters: Filters;
  sort: SortKey;
  columns: readonly ListColumn[];
  /** The view that it began with. */
  view: string | undefined;
}

export interface Wanted extends Asked {
  /** A name, or the Kennung. */
  searched: string;
  /** What the server is asked for. */
  query: Record<string, string | undefined>;
  usual: readonly ListColumn[];
  /** Whom somebody looks at beside the list. */
  peeked: string | undefined;
  /** An act on many that is under way, or done. */
  batch: string | undefined;
  /** Asks for something else. What is searched for stays unless another text is given. */
  ask: (next: Partial<Asked>, searched?: string) => void;
  /** The address for another question. */
  addressFor: (next: Asked) => string;
  search: (text: string) => void;
  /** Opens or closes what lies beside the list; the list stays as it is. */
  beside: (next: { peeked?: string | undefined; batch?: string | undefined }) => void;
}

/** What the reader wants to see: all of it in the address, the searched name only in the history's memory. */
export function useWanted(): Wanted {
  const me = useMe();
  const navigate = useNavigate();
  const location = useLocation();
  const address = new URLSearchParams(location.search);
  const usual = usualColumns(me.communes === null || me.communes.length > 1);
  const asked: Asked = {
    filters: filtersIn(address, me),
    sort: sortIn(address),
    columns: columnsIn(address, usual),
    view: idIn(address, 'ansicht'),
  };
  const searched = searchedIn(location.state);
  const addressFor = ({ filters, sort, columns, view }: Asked): string => {
    const next = addressOf(filters, sort, me);
    if (!sameColumns(columns, usual)) next.set('spalten', columns.join(','));
    if (view !== undefined) next.set('ansicht', view);
    return next.toString();
  };
  return {
    ...asked,
    searched,
    usual,
    query: queryFor(asked.filters, asked.sort, searched),
    peeked: idIn(address, 'blick'),
    batch: idIn(address, 'stapel'),
    ask: (next, text = searched) =>
      void navigate({ search: addressFor({ ...asked, ...next }) }, { state: { searched: text } }),
    addressFor,
    search: (text) =>
      void navigate({ search: location.search }, { replace: true, state: { searched: text } }),
    beside: ({ peeked, batch }) => {
      const next = new URLSearchParams(addressFor(asked));
      if (peeked !== undefined) next.set('blick', peeked);
      if (batch !== undefined) next.set('stapel', batch);
      void navigate({ search: next.toString() }, { replace: true, state: location.state as unknown });
    },
  };
}

const searchedIn = (state: unknown): string => {
  const { searched } = (state ?? {}) as { searched?: unknown };
  return typeof searched === 'string' ? searched : '';
};

function idIn(address: URLSearchParams, name: string): string | undefined {
  const said = address.get(name);
  return said !== null && /^[0-9a-f-]{36}$/.test(said) ? said : undefined;
}
