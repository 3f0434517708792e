import { useEffect, useRef, useState } from 'react';
import type { Today } from '../../../contract/pages/today.js';
import { onSaved } from '../../api/wishes.js';
import { asTold, putAway, settle, type Steady } from './steady.js';

/** What one has done oneself says so for so long in its place, then it goes. */
const doneShownMs = 10_000;

interface SteadyToday {
  today: Today | undefined;
  gone: ReadonlySet<string>;
  news: number;
  showNews: () => void;
}

/** What is to be done, without a row ever moving by itself; another grouping shows it as it is now. */
export function useSteadyToday(fresh: Today | undefined, grouping: string): SteadyToday {
  const [steady, setSteady] = useState<Steady>();
  const before = useRef(grouping);
  useEffect(() => {
    if (!fresh) return;
    const asked = before.current !== grouping;
    before.current = grouping;
    setSteady((shown) => (shown && !asked ? settle(shown, fresh) : asTold(fresh)));
  }, [fresh, grouping]);
  const mine = useRef(0);
  useEffect(
    () =>
      onSaved(() => {
        mine.current += 1;
      }),
    [],
  );
  const gone = steady?.gone;
  useEffect(() => {
    if (!gone || gone.size === 0 || mine.current === 0) return undefined;
    const timer = setTimeout(() => {
      const used = document.activeElement?.closest('[data-gone]');
      if (!used) setSteady((shown) => shown && putAway(shown, gone));
      mine.current = 0;
    }, doneShownMs);
    return () => clearTimeout(timer);
  }, [gone]);
  return {
    today: steady?.today,
    gone: steady?.gone ?? new Set(),
    news: steady?.news ?? 0,
    showNews: () => fresh && setSteady(asTold(fresh)),
  };
}
