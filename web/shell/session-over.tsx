import { Modal } from '@mantine/core';
import type { Me } from '../../contract/access.js';
import { SignInForm } from '../pages/sign-in/sign-in-form.js';
import { say } from '../texts/shell.js';
import { say as signIn } from '../texts/sign-in.js';

/** A session that ended while a page was open: one signs in over it, and what is beneath stays as it was. */
export function SessionOver({ me, onSignedIn }: { me: Me; onSignedIn: (me: Me) => void }) {
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={signIn('title')}
      overlayProps={{ blur: 12, backgroundOpacity: 0.7 }}
    >
      <p>{say('expired')}</p>
      <SignInForm email={me.email} onSignedIn={onSignedIn} />
    </Modal>
  );
}
