import IconAlertOctagon from '@tabler/icons-react/dist/esm/icons/IconAlertOctagon.mjs';
import IconPhoneOff from '@tabler/icons-react/dist/esm/icons/IconPhoneOff.mjs';
import IconPlayerPause from '@tabler/icons-react/dist/esm/icons/IconPlayerPause.mjs';
import IconShieldOff from '@tabler/icons-react/dist/esm/icons/IconShieldOff.mjs';
import IconUserShare from '@tabler/icons-react/dist/esm/icons/IconUserShare.mjs';
import type { Icon } from '@tabler/icons-react';
import { useWords } from '../../api/reads.js';
import styles from '../../parts/word.module.css';

const shapes: Readonly<Record<string, Icon>> = {
  suspended: IconPlayerPause,
  unreachable: IconPhoneOff,
  status_crisis: IconAlertOctagon,
  transfer: IconUserShare,
  consent_withdrawn: IconShieldOff,
};

/** What lies over a journey, in words. */
export function Overlays({ of }: { of: readonly string[] }) {
  const words = useWords();
  return (
    <>
      {of.map((overlay) => {
        const Icon = shapes[overlay];
        return (
          <span
            key={overlay}
            className={styles.word}
            data-colour={overlay === 'status_crisis' ? 'act' : 'gray'}
            data-edge
          >
            {Icon && <Icon size={18} aria-hidden />}
            {words.overlays[overlay] ?? overlay}
          </span>
        );
      })}
    </>
  );
}
