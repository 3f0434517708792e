import IconCalendarDue from '@tabler/icons-react/dist/esm/icons/IconCalendarDue.mjs';
import IconCalendarOff from '@tabler/icons-react/dist/esm/icons/IconCalendarOff.mjs';
import IconCalendarX from '@tabler/icons-react/dist/esm/icons/IconCalendarX.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import type { Icon } from '@tabler/icons-react';
import type { Deadline } from '../../contract/journeys/deadline.js';
import { say } from '../texts/common.js';
import styles from './word.module.css';

const states: Record<Deadline['state'], { Icon: Icon; colour: 'good' | 'act' | 'gray' | 'text' }> = {
  open: { Icon: IconCalendarDue, colour: 'text' },
  done: { Icon: IconCircleCheck, colour: 'good' },
  missed: { Icon: IconCalendarX, colour: 'act' },
  cancelled: { Icon: IconCalendarOff, colour: 'gray' },
};

/** Where a deadline stands: shape and word, the colour third. */
export function DeadlineState({ of }: { of: Deadline['state'] }) {
  const { Icon, colour } = states[of];
  return (
    <span className={styles.word} data-colour={colour}>
      <Icon size={18} aria-hidden />
      {say(`deadline_${of}`)}
    </span>
  );
}
