import { Button, Group } from '@mantine/core';
import type { User } from '../../../contract/routes/users.js';
import { Refusal } from '../../parts/act/refusal.js';
import { say } from '../../texts/administration.js';
import { say as common } from '../../texts/common.js';
import { useSending } from './use-sending.js';
import { Window } from './window.js';

/** Lets an account be used again that was ended. */
export function ReopenDialog({ user: { id, name }, onClose }: { user: User; onClose: () => void }) {
  const { busy, error, faults, send } = useSending();
  const reopen = async (): Promise<void> => {
    if (await send('DELETE', `/users/${id}/end`)) onClose();
  };
  return (
    <Window title={say('reopenOf', { name })} onClose={onClose}>
      <Refusal error={error} fields={faults} />
      <Group>
        <Button variant="default" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button loading={busy} onClick={() => void reopen()} data-autofocus>
          {say('reopen')}
        </Button>
      </Group>
    </Window>
  );
}
