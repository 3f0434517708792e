import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { BrowserRouter } from 'react-router';
import type { Me } from '../../contract/access.js';
import { client } from '../api/client.js';
import { drafts } from '../api/drafts.js';
import { followChanges } from '../api/live.js';
import { pathOfWords, reads } from '../api/reads.js';
import { request } from '../api/request.js';
import { session } from '../api/session.js';
import { forgetWaiting, useWaiting } from '../api/wishes.js';
import { setLanguage } from '../texts/language.js';
import { lazily } from '../parts/lazily.js';
import { AppRoutes } from './app-routes.js';

const AskBeforeLeaving = lazily(async () => (await import('./later.js')).AskBeforeLeaving);

export { fetchPage } from './app-routes.js';

interface WorkplaceProps {
  me: Me;
  onMe: (me: Me) => void;
}

/** Everything behind the sign-in, and how one leaves it. */
export function Workplace({ me: account, onMe }: WorkplaceProps) {
  const me = useFresh(account, onMe);
  const waiting = useWaiting();
  const [asks, setAsks] = useState(false);
  // for what is asked before anybody is known
  useEffect(() => {
    localStorage.setItem('lotse-scope', me.scope);
    localStorage.setItem('lotse-words', pathOfWords(me.programme));
  }, [me.scope, me.programme]);
  const followsChanges = me.role !== 'admin';
  useEffect(() => (followsChanges ? followChanges() : undefined), [followsChanges]);
  useEffect(() => {
    const stay = (event: BeforeUnloadEvent): void => {
      if (waiting.length > 0 || drafts.anyUnsaved()) event.preventDefault();
    };
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, [waiting.length]);

  const leave = async (): Promise<void> => {
    forgetWaiting();
    await drafts.wipe();
    await request('DELETE', '/api/v1/session').catch(() => undefined);
    // a page that is loaded anew remembers nobody
    window.location.assign('/anmelden');
  };
  const signOut = (): void => {
    if (waiting.length > 0 || drafts.anyUnsaved()) setAsks(true);
    else void leave();
  };
  const signedInAgain = (account: Me): void => {
    if (account.id !== me.id) {
      // somebody else goes on: nothing of the one before stays in memory
      forgetWaiting();
      client.clear();
      window.history.replaceState(null, '', '/');
    }
    onMe(account);
    session.goesOn();
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
  };
  return (
    <QueryClientProvider client={client}>
      <BrowserRouter key={me.id}>
        <AppRoutes me={me} onSignedInAgain={signedInAgain} onSignOut={signOut} />
        {asks && <AskBeforeLeaving onStay={() => setAsks(false)} onLeave={() => void leave()} />}
      </BrowserRouter>
    </QueryClientProvider>
  );
}

/** The account as the server has told it last: the sign-in, a new day or changed settings. */
function useFresh(account: Me, onMe: (me: Me) => void): Me {
  useMemo(() => client.setQueryData(reads.me().queryKey, account), [account]);
  const { data: me = account } = useQuery(reads.me(), client);
  // before anything beneath is said anew
  if (me.settings.language) setLanguage(me.settings.language);
  useEffect(() => {
    if (me !== account) onMe(me);
  }, [me, account, onMe]);
  return me;
}
