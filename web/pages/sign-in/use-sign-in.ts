import { useEffect, useState } from 'react';
import type { Me } from '../../../contract/access.js';
import { Refused } from '../../api/problem.js';
import { request } from '../../api/request.js';
import { say } from '../../texts/sign-in.js';

interface SignIn {
  busy: boolean;
  /** Why it did not work, in one sentence. */
  fault: string | undefined;
  /** So many seconds are still to be waited. */
  wait: number;
  withPassword: (email: string, password: string) => Promise<void>;
  asDemonstration: (role: Me['role']) => Promise<void>;
}

/** Signing in, whichever way; a limit that was reached is counted down. */
export function useSignIn(onSignedIn: (me: Me) => void): SignIn {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const [wait, setWait] = useState(0);
  useEffect(() => {
    if (wait <= 0) return undefined;
    const timer = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait]);

  const send = async (path: string, body: object): Promise<void> => {
    setBusy(true);
    setFault(undefined);
    try {
      onSignedIn((await request<Me>('POST', path, { body })).body);
    } catch (error) {
      if (!(error instanceof Refused)) setFault(say('away'));
      else if (error.status === 429) setWait(error.retryAfter ?? 60);
      else setFault(error.status === 401 || error.status === 422 ? say('wrong') : error.message);
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    fault: wait > 0 ? `${say('waitFor')} ${wait} ${say('waitThen')}` : fault,
    wait,
    withPassword: (email, password) => send('/api/v1/session', { email, password }),
    asDemonstration: (role) => send('/api/v1/session/demonstration', { role }),
  };
}
