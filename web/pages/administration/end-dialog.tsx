import { Button, Group } from '@mantine/core';
import type { User } from '../../../contract/routes/users.js';
import { Refusal } from '../../parts/act/refusal.js';
import { say } from '../../texts/administration.js';
import { say as common } from '../../texts/common.js';
import { useSending } from './use-sending.js';
import { Window } from './window.js';

/** Asked before an account ends: whoever works with it is thrown out at once. */
export function EndDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { busy, error, faults, send } = useSending();
  const { id, name, role, journeys } = user;
  const end = async (): Promise<void> => {
    if (await send('PUT', `/users/${id}/end`)) onClose();
  };
  return (
    <Window title={say('endTitle', { name })} onClose={onClose}>
      <Refusal error={error} fields={faults} />
      <p>{say('endText')}</p>
      {role === 'coach' && journeys > 0 && <p>{say('endJourneys', { n: journeys })}</p>}
      <Group>
        <Button variant="default" onClick={onClose} data-autofocus>
          {common('cancel')}
        </Button>
        <Button color="act" loading={busy} onClick={() => void end()}>
          {say('endYes')}
        </Button>
      </Group>
    </Window>
  );
}
