import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { JourneyRef } from '../../../contract/journeys/shared.js';

interface PersonOfPage {
  person: JourneyRef | undefined;
  show: (person: JourneyRef | undefined) => void;
}

const Context = createContext<PersonOfPage>({ person: undefined, show: () => undefined });

/** Knows about whom the page is, so that the palette begins with her. */
export function PersonOnPage({ children }: { children: ReactNode }) {
  const [person, show] = useState<JourneyRef>();
  const value = useMemo(() => ({ person, show }), [person]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export const usePersonOnPage = (): JourneyRef | undefined => useContext(Context).person;

/** Said by a page that is about one person. */
export function useThisPerson(person: JourneyRef | undefined): void {
  const { show } = useContext(Context);
  useEffect(() => {
    show(person);
    return () => show(undefined);
  }, [person, show]);
}
