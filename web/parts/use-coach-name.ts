import { useQuery } from '@tanstack/react-query';
import { reads, useMe } from '../api/reads.js';
import { say } from '../texts/common.js';

/** The name behind a coach's address; the address itself where nobody is known by it. Nobody is asked for oneself. */
export function useCoachName(email: string | null): string {
  const me = useMe();
  const isMe = email === me.email;
  const { data } = useQuery({ ...reads.colleagues(), enabled: email !== null && !isMe });
  if (email === null) return say('noCoach');
  return isMe ? me.name : (data?.find((each) => each.email === email)?.name ?? email);
}
