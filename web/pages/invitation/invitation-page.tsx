import { Alert, Button, PasswordInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Me } from '../../../contract/access.js';
import { Refused } from '../../api/problem.js';
import { request } from '../../api/request.js';
import { useTitle } from '../../parts/use-title.js';
import { say } from '../../texts/invitation.js';
import styles from './invitation.module.css';

const leastLetters = 8;

/** Somebody who was invited chooses a password, and is signed in. The code stands behind the # of the address. */
export function InvitationPage({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  useTitle(say('title'));
  const [code] = useState(() => window.location.hash.slice(1));
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (password.length < leastLetters) return setFault(say('tooShort', { n: leastLetters }));
    setBusy(true);
    setFault(undefined);
    try {
      const body = { code, password };
      const answer = await request<Me>('POST', '/api/v1/session/invitation', { body });
      // what was used once leads nowhere: it leaves the address, and the history
      window.history.replaceState(null, '', '/');
      onSignedIn(answer.body);
    } catch (error) {
      setFault(faultOf(error));
      setBusy(false);
    }
  };
  return (
    <main className={styles.page}>
      <h1>{say('title')}</h1>
      <p>{say('intro')}</p>
      <form onSubmit={(event) => void submit(event)} noValidate className={styles.form}>
        {fault !== undefined && (
          <Alert color="act" role="alert">
            {fault}
          </Alert>
        )}
        <PasswordInput
          label={say('password')}
          description={say('hint', { n: leastLetters })}
          name="new-password"
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': say('show'), tabIndex: 0 }}
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
          autoFocus
        />
        <Button type="submit" loading={busy}>
          {say('submit')}
        </Button>
      </form>
    </main>
  );
}

function faultOf(error: unknown): string {
  if (!(error instanceof Refused)) return say('away');
  if (error.status === 429) return say('wait', { seconds: error.retryAfter ?? 60 });
  return error.status === 404 ? say('notValid') : say('tooShort', { n: leastLetters });
}
