import { Alert, Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Me } from '../../../contract/access.js';
import type { SessionOptions } from '../../../contract/pages/settings.js';
import { read } from '../../api/request.js';
import { say } from '../../texts/sign-in.js';
import { useSignIn } from './use-sign-in.js';

const roles = { coach: 'asCoach', coordinator: 'asCoordinator', admin: 'asAdmin' } as const;

interface SignInFormProps {
  /** Whose address stands in the field already. */
  email?: string;
  onSignedIn: (me: Me) => void;
}

/** E-mail and password; in a demonstration also one click for each role. */
export function SignInForm({ email: known = '', onSignedIn }: SignInFormProps) {
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const passwordField = useRef<HTMLInputElement>(null);
  const { busy, fault, wait, withPassword, asDemonstration } = useSignIn(onSignedIn);
  const [options, setOptions] = useState<SessionOptions>();
  useEffect(() => {
    // without them only the demonstration's buttons and a phone number are missing
    read<SessionOptions>('/api/v1/session/options').then(setOptions, () => undefined);
  }, []);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (wait > 0 || busy) return;
    await withPassword(email, password);
    passwordField.current?.focus();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        {fault !== undefined && (
          <Alert color={wait > 0 ? 'info' : 'act'} role="alert">
            {fault}
          </Alert>
        )}
        <TextInput
          label={say('email')}
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          onChange={({ currentTarget }) => setEmail(currentTarget.value)}
          data-autofocus={known === '' || undefined}
          autoFocus={known === ''}
        />
        <PasswordInput
          ref={passwordField}
          label={say('password')}
          name="password"
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': say('show'), tabIndex: 0 }}
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
          data-autofocus={known !== '' || undefined}
          autoFocus={known !== ''}
        />
        <Button type="submit" loading={busy} disabled={wait > 0}>
          {say('submit')}
        </Button>
        <p>
          {say('forgotten')}{' '}
          {options?.officePhone && <a href={`tel:${options.officePhone}`}>{options.officePhone}</a>}
        </p>
        {options && options.demonstration.length > 0 && (
          <fieldset>
            <legend>{say('demonstration')}</legend>
            <Group gap="sm">
              {options.demonstration.map((role) => (
                <Button key={role} variant="default" onClick={() => void asDemonstration(role)}>
                  {say(roles[role])}
                </Button>
              ))}
            </Group>
          </fieldset>
        )}
      </Stack>
    </form>
  );
}
