import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { reads } from '../api/reads.js';
import { say } from '../texts/common.js';

/** Gives the name behind a coach's address; the address itself where nobody is known by it. */
export function useCoachName(): (email: string | null) => string {
  const { data } = useQuery(reads.colleagues());
  return useCallback(
    (email) =>
      email === null ? say('noCoach') : (data?.find((each) => each.email === email)?.name ?? email),
    [data],
  );
}
