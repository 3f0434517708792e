import { useMediaQuery } from '@mantine/hooks';
import type { Listed } from '../../api/reads.js';
import type { SteadyRow } from '../../parts/steady/use-steady-list.js';
import { JourneyCards } from './journey-cards.js';
import { JourneyTable } from './journey-table.js';
import type { Selection } from './use-selection.js';
import type { Wanted } from './use-wanted.js';

interface PeopleProps {
  rows: readonly SteadyRow<Listed>[];
  wanted: Wanted;
  selection: Selection;
  isBusy: boolean;
}

/** Everybody in a table, on a phone as cards. */
export function People({ rows, wanted, selection, isBusy }: PeopleProps) {
  const isPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  return isPhone ? (
    <JourneyCards rows={rows} wanted={wanted} selection={selection} />
  ) : (
    <JourneyTable rows={rows} wanted={wanted} selection={selection} isBusy={isBusy} />
  );
}
