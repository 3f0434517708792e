import { Button, Group, Modal } from '@mantine/core';
import { say } from '../texts/shell.js';
import { say as common } from '../texts/common.js';

interface AskProps {
  onStay: () => void;
  onLeave: () => void;
}

/** Asked before a sign-out that would lose what was typed. */
export function AskBeforeLeaving({ onStay, onLeave }: AskProps) {
  return (
    <Modal
      closeButtonProps={{ 'aria-label': common('close') }}
      opened
      onClose={onStay}
      title={say('signOut')}
    >
      <p>{say('signOutUnsaved')}</p>
      <Group>
        <Button variant="default" onClick={onStay} data-autofocus>
          {say('stay')}
        </Button>
        <Button color="act" onClick={onLeave}>
          {say('signOutAnyway')}
        </Button>
      </Group>
    </Modal>
  );
}
