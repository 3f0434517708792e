import { Button, useMantineColorScheme } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import type { Me } from '../../contract/access.js';
import { isSignedOut } from '../api/problem.js';
import { read } from '../api/request.js';
import { Caught } from '../parts/caught.js';
import { lazily } from '../parts/lazily.js';
import { SignInPage } from '../pages/sign-in/sign-in-page.js';
import { setLanguage, type Language } from '../texts/language.js';
import { say } from '../texts/sign-in.js';

const Workplace = lazily(async () => {
  const { Workplace, fetchPage } = await import('./workplace.js');
  await fetchPage(window.location.pathname);
  return Workplace;
});

const InvitationPage = lazily(
  async () => (await import('../pages/invitation/invitation-page.js')).InvitationPage,
);

// whoever brought a session is likely to come in: nobody waits for the answer to fetch what she needs
if (document.querySelector('script[data-early]')) void Workplace.fetch().catch(() => undefined);

/** Nobody knows yet, nobody, somebody, or the server did not say. */
type Who = 'asking' | 'nobody' | 'unknown' | Me;

/** Who is it? The page to sign in, or the workplace. */
export function App() {
  const [who, setWho] = useState<Who>('asking');
  const [chosen, setChosen] = useState<Language>();
  const { setColorScheme } = useMantineColorScheme();
  const settings = typeof who === 'object' ? who.settings : undefined;
  // before anything is said: the account's language, else what was chosen here, else the browser's
  setLanguage(settings?.language ?? chosen);
  useEffect(() => {
    if (settings?.colours) setColorScheme(settings.colours);
  }, [settings?.colours, setColorScheme]);
  const ask = useCallback(() => {
    read<Me>('/api/v1/me').then(setWho, (error: unknown) =>
      setWho(isSignedOut(error) ? 'nobody' : 'unknown'),
    );
  }, []);
  useEffect(ask, [ask]);

  if (who === 'asking') return null;
  if (who === 'unknown') {
    return (
      <main>
        <p role="alert">{say('away')}</p>
        <Button onClick={ask}>{say('again')}</Button>
      </main>
    );
  }
  return (
    <Caught>
      {window.location.pathname === '/einladung' ? (
        <InvitationPage onSignedIn={setWho} />
      ) : who === 'nobody' ? (
        <SignInPage onSignedIn={setWho} onLanguage={setChosen} />
      ) : (
        <Workplace me={who} onMe={setWho} />
      )}
    </Caught>
  );
}
