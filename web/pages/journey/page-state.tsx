import { createContext, useCallback, useContext } from 'react';
import { useSearchParams } from 'react-router';
import type { EventView } from '../../../contract/journeys/event.js';
import type { Journey } from '../../../contract/journeys/journey.js';
import type { Acts } from '../../../contract/pages/act.js';
import type { Day } from '../../time/days.js';

/** What every block of the page goes by. */
export interface PageState {
  /** As it is shown: now, or as it was known at `stand`. */
  journey: Journey;
  /** As it is. */
  now: Journey;
  acts: Acts;
  /** What was recorded up to the instant that is shown; undefined until it is there. */
  events: readonly EventView[] | undefined;
  /** The day from which is counted: today, or the day of `stand`. */
  day: Day;
  /** The page shows the past: nothing can be done. */
  stand: string | undefined;
}

export const PageContext = createContext<PageState | undefined>(undefined);

export function usePage(): PageState {
  const page = useContext(PageContext);
  if (!page) throw new Error('A block of the journey’s page stands elsewhere.');
  return page;
}

/** A word of the address: what is shown stays when the page is opened again. */
export function useAddress(
  name: 'warum' | 'eintrag' | 'stand' | 'art' | 'uhr' | 'erledigte',
): [string | null, (value: string | undefined) => void] {
  const [words, set] = useSearchParams();
  const put = useCallback(
    (value: string | undefined) =>
      set(
        (before) => {
          if (value === undefined) before.delete(name);
          else before.set(name, value);
          return before;
        },
        { replace: true, preventScrollReset: true },
      ),
    [name, set],
  );
  return [words.get(name), put];
}
