import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconMailCancel from '@tabler/icons-react/dist/esm/icons/IconMailCancel.mjs';
import IconMailForward from '@tabler/icons-react/dist/esm/icons/IconMailForward.mjs';
import IconMailOff from '@tabler/icons-react/dist/esm/icons/IconMailOff.mjs';
import IconMailX from '@tabler/icons-react/dist/esm/icons/IconMailX.mjs';
import IconPlayerPause from '@tabler/icons-react/dist/esm/icons/IconPlayerPause.mjs';
import IconSend from '@tabler/icons-react/dist/esm/icons/IconSend.mjs';
import type { Icon } from '@tabler/icons-react';
import type { MessageState } from '../../../contract/journeys/deadline.js';
import { useWords } from '../../api/reads.js';
import styles from '../word.module.css';

const messages: Record<MessageState, { Icon: Icon; colour: 'act' | 'info' | 'gray' }> = {
  planned: { Icon: IconClock, colour: 'gray' },
  held: { Icon: IconPlayerPause, colour: 'gray' },
  sending: { Icon: IconSend, colour: 'info' },
  sent: { Icon: IconMailForward, colour: 'info' },
  failed: { Icon: IconMailX, colour: 'act' },
  cancelled: { Icon: IconMailCancel, colour: 'gray' },
  suppressed: { Icon: IconMailOff, colour: 'gray' },
};

/** Where a message stands: shape and word, the colour third. */
export function MessageStateWord({ of }: { of: MessageState }) {
  const { Icon, colour } = messages[of];
  const word = useWords().messageStates[of] ?? of;
  return (
    <span className={styles.word} data-colour={colour}>
      <Icon size={18} aria-hidden />
      {word}
    </span>
  );
}
