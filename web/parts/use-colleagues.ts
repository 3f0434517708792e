import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Colleague } from '../../contract/pages/settings.js';
import { reads, useMe } from '../api/reads.js';

export interface NamedColleague {
  email: string;
  name: string;
}

const nobody: readonly Colleague[] = [];

interface Colleagues {
  /** By name; of those that only lists name, the address stands for it. */
  coaches: readonly NamedColleague[];
  nameOf: (email: string) => string;
}

/**
 * Who the coaches are.
 * @param found addresses that a list has named, for those of whom nothing else is known
 * @param asks whether others than oneself are needed; without that nobody is asked
 */
export function useColleagues(found: readonly (string | null)[] = [], asks = true): Colleagues {
  const me = useMe();
  const { data = nobody } = useQuery({ ...reads.colleagues(), enabled: asks });
  const nameOf = useMemo(() => {
    const names = new Map(data.map(({ email, name }) => [email, name]));
    return (email: string): string => (email === me.email ? me.name : (names.get(email) ?? email));
  }, [data, me]);
  const known = data.filter(({ role }) => role === 'coach').map(({ email }) => email);
  const emails = [...new Set([...known, ...found.filter((email) => email !== null)])];
  return {
    coaches: emails
      .map((email) => ({ email, name: nameOf(email) }))
      .sort((one, other) => one.name.localeCompare(other.name)),
    nameOf,
  };
}
