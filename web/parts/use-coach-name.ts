import { useMe } from '../api/reads.js';
import { say } from '../texts/common.js';
import { useColleagues } from './use-colleagues.js';

/** The name behind a coach's address; the address itself where nobody is known by it. Nobody is asked for oneself. */
export function useCoachName(email: string | null): string {
  const me = useMe();
  const { nameOf } = useColleagues([], email !== null && email !== me.email);
  return email === null ? say('noCoach') : nameOf(email);
}
