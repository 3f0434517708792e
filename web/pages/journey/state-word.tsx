import IconCalendarDue from '@tabler/icons-react/dist/esm/icons/IconCalendarDue.mjs';
import IconCalendarOff from '@tabler/icons-react/dist/esm/icons/IconCalendarOff.mjs';
import IconCalendarX from '@tabler/icons-react/dist/esm/icons/IconCalendarX.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconMailCancel from '@tabler/icons-react/dist/esm/icons/IconMailCancel.mjs';
import IconMailForward from '@tabler/icons-react/dist/esm/icons/IconMailForward.mjs';
import IconMailOff from '@tabler/icons-react/dist/esm/icons/IconMailOff.mjs';
import IconMailX from '@tabler/icons-react/dist/esm/icons/IconMailX.mjs';
import IconPlayerPause from '@tabler/icons-react/dist/esm/icons/IconPlayerPause.mjs';
import IconSend from '@tabler/icons-react/dist/esm/icons/IconSend.mjs';
import type { Icon } from '@tabler/icons-react';
import type { Deadline, MessageState } from '../../../contract/journeys/deadline.js';
import { useWords } from '../../api/reads.js';
import { say } from '../../texts/journey.js';
import styles from './journey.module.css';

type Colour = 'good' | 'act' | 'info' | 'gray' | 'text';

const deadlines: Record<Deadline['state'], { Icon: Icon; colour: Colour }> = {
  open: { Icon: IconCalendarDue, colour: 'text' },
  done: { Icon: IconCircleCheck, colour: 'good' },
  missed: { Icon: IconCalendarX, colour: 'act' },
  cancelled: { Icon: IconCalendarOff, colour: 'gray' },
};

const messages: Record<MessageState, { Icon: Icon; colour: Colour }> = {
  planned: { Icon: IconClock, colour: 'gray' },
  held: { Icon: IconPlayerPause, colour: 'gray' },
  sending: { Icon: IconSend, colour: 'info' },
  sent: { Icon: IconMailForward, colour: 'info' },
  failed: { Icon: IconMailX, colour: 'act' },
  cancelled: { Icon: IconMailCancel, colour: 'gray' },
  suppressed: { Icon: IconMailOff, colour: 'gray' },
};

/** Where a deadline stands: shape and word, the colour third. */
export function DeadlineState({ of }: { of: Deadline['state'] }) {
  const { Icon, colour } = deadlines[of];
  return (
    <span className={styles.word} data-colour={colour}>
      <Icon size={18} aria-hidden />
      {say(`deadline_${of}`)}
    </span>
  );
}

/** Where a message stands. */
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
