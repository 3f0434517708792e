import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { BulkOffer } from '../../../contract/pages/bulk.js';
import { reads } from '../../api/reads.js';

/**
 * An act on everybody of the list that another page has asked for, in the history's memory: begun once, as soon as the
 * list is there, and only if the server offers it.
 */
export function useAskedAct(isListed: boolean, begin: (offer: BulkOffer) => void): void {
  const location = useLocation();
  const navigate = useNavigate();
  const { act, ...others } = (location.state ?? {}) as { act?: unknown };
  const { data: offers } = useQuery({ ...reads.bulkActs(), enabled: act !== undefined });
  const offer = offers?.find(({ command }) => command === act);
  useEffect(() => {
    if (!offer || !isListed) return;
    begin(offer);
    void navigate({ search: location.search }, { replace: true, state: others });
    // once for each time that it is asked for
  }, [offer, isListed]);
}
