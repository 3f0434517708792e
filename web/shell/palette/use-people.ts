import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { reads, useMe, type Listed } from '../../api/reads.js';

interface People {
  own: readonly Listed[];
  found: readonly Listed[];
}

const restMs = 120;

/** One's own people, kept in memory; and whom the server finds by what was typed. */
export function usePeople(typed: string): People {
  const me = useMe();
  const isCoach = me.role === 'coach';
  const own = useQuery({
    ...reads.journeys({ open: 'true', sort: 'name', ...(isCoach && { coach: 'me' }) }),
    enabled: isCoach,
    staleTime: 60_000,
  });
  const [rested] = useDebouncedValue(typed.trim(), restMs);
  const found = useQuery({ ...reads.found(rested), enabled: rested.length >= 2 });
  return { own: own.data ?? [], found: rested.length >= 2 && typed.trim() !== '' ? (found.data ?? []) : [] };
}
