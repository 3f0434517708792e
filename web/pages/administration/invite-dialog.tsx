import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { User } from '../../../contract/routes/users.js';
import { Refusal } from '../../parts/act/refusal.js';
import { say } from '../../texts/administration.js';
import { say as common } from '../../texts/common.js';
import { instantInFull } from '../../time/days.js';
import { Secret } from './secret.js';
import { useSending } from './use-sending.js';
import { Window } from './window.js';

interface Invitation {
  code: string;
  expiresAt: string;
}

/** Makes a link with which somebody chooses a password. The code stands behind the #: no server's log hears of it. */
export function InviteDialog({ user: { id, name }, onClose }: { user: User; onClose: () => void }) {
  const { busy, error, faults, send } = useSending();
  const [made, setMade] = useState<Invitation>();
  const make = async (): Promise<void> => {
    const sent = await send<Invitation>('POST', `/users/${id}/invitation`);
    if (sent) setMade(sent.answer);
  };
  return (
    <Window title={say('inviteTitle', { name })} onClose={onClose}>
      <Refusal error={error} fields={faults} />
      {made ? (
        <>
          <p>{say('inviteText', { date: instantInFull(made.expiresAt) })}</p>
          <Secret label={say('inviteLink')} text={`${location.origin}/einladung#${made.code}`} />
          <Button variant="default" onClick={onClose}>
            {common('close')}
          </Button>
        </>
      ) : (
        <>
          <p>{say('inviteAsk', { name })}</p>
          <Group>
            <Button variant="default" onClick={onClose}>
              {common('cancel')}
            </Button>
            <Button loading={busy} onClick={() => void make()} data-autofocus>
              {say('inviteYes')}
            </Button>
          </Group>
        </>
      )}
    </Window>
  );
}
