import { Button, Group } from '@mantine/core';
import type { AccessToken } from '../../../contract/routes/users.js';
import { Refusal } from '../../parts/act/refusal.js';
import { say } from '../../texts/administration.js';
import { say as common } from '../../texts/common.js';
import { useSending } from './use-sending.js';
import { Window } from './window.js';

/** Asked before a token is revoked: it can't be brought back. */
export function RevokeDialog({ of, onClose }: { of: AccessToken; onClose: () => void }) {
  const { busy, error, faults, send } = useSending();
  const label = of.label ?? say('withoutLabel');
  const revoke = async (): Promise<void> => {
    if (await send('DELETE', `/tokens/${of.id}`)) onClose();
  };
  return (
    <Window title={say('revokeTitle', { label })} onClose={onClose}>
      <Refusal error={error} fields={faults} />
      <p>{say('revokeText')}</p>
      <Group>
        <Button variant="default" onClick={onClose} data-autofocus>
          {common('cancel')}
        </Button>
        <Button color="act" loading={busy} onClick={() => void revoke()}>
          {say('revokeYes')}
        </Button>
      </Group>
    </Window>
  );
}
