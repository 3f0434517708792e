import { useLocation, useNavigate } from 'react-router';
import type { MessageTab } from '../../../contract/pages/messages.js';

const tabs: readonly MessageTab[] = ['today', 'planned', 'held', 'failed', 'suppressed', 'cancelled', 'sent'];

export const filterNames = ['commune', 'coach', 'language'] as const;
export type FilterName = (typeof filterNames)[number];
export type Filters = Partial<Record<FilterName, string>>;

export interface Wanted {
  tab: MessageTab;
  filters: Filters;
  /** A name, or the Kennung: in the history's memory, never in an address. */
  searched: string;
  /** Where in the list the page begins. */
  cursor: string | undefined;
  /** The message that is opened. */
  opened: string | undefined;
  set: (filter: FilterName, value: string) => void;
  reset: () => void;
  search: (text: string) => void;
  open: (id: string | undefined) => void;
  /** The address of another tab, or of another page of this one. */
  to: (tab: MessageTab, cursor?: string) => { search: string };
}

/** What the reader wants to see: all of it in the address, but a searched name. */
export function useWanted(): Wanted {
  const navigate = useNavigate();
  const location = useLocation();
  const address = new URLSearchParams(location.search);
  const tab = tabs.find((each) => each === address.get('liste')) ?? 'today';
  const filters: Filters = Object.fromEntries(
    filterNames.flatMap((name) => (address.get(name) ? [[name, address.get(name)]] : [])),
  );
  const { searched = '' } = (location.state ?? {}) as { searched?: string };
  const addressOf = (more: Record<string, string | undefined>, kept: Filters = filters): string =>
    new URLSearchParams(
      Object.entries({ liste: tab, ...kept, ...more }).filter((each): each is [string, string] => !!each[1]),
    ).toString();
  const go = (search: string, text = searched): void =>
    void navigate({ search }, { replace: true, state: { searched: text } });
  return {
    tab,
    filters,
    searched,
    cursor: address.get('ab') ?? undefined,
    opened: address.get('warum') ?? undefined,
    set: (name, value) => go(addressOf({ [name]: value })),
    reset: () => go(addressOf({}, {}), ''),
    search: (text) => go(addressOf({}), text),
    open: (id) => go(addressOf({ ab: address.get('ab') ?? undefined, warum: id })),
    to: (tab, cursor) => ({ search: addressOf({ liste: tab, ab: cursor }) }),
  };
}
