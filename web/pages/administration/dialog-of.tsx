import type { User } from '../../../contract/routes/users.js';
import { EndDialog } from './end-dialog.js';
import { InviteDialog } from './invite-dialog.js';
import { ReopenDialog } from './reopen-dialog.js';
import { UserDialog } from './user-dialog.js';

/** What is being done with an account. */
export type Dialog = { does: 'add' } | { does: 'change' | 'invite' | 'end' | 'reopen'; user: User };

interface DialogOfProps {
  dialog: Dialog;
  onClose: () => void;
}

/** The window in which it is done. */
export function DialogOf({ dialog, onClose }: DialogOfProps) {
  switch (dialog.does) {
    case 'add':
      return <UserDialog onClose={onClose} />;
    case 'change':
      return <UserDialog user={dialog.user} onClose={onClose} />;
    case 'invite':
      return <InviteDialog user={dialog.user} onClose={onClose} />;
    case 'end':
      return <EndDialog user={dialog.user} onClose={onClose} />;
    case 'reopen':
      return <ReopenDialog user={dialog.user} onClose={onClose} />;
  }
}
