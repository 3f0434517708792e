import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import { useRef } from 'react';
import type { Act } from '../../../contract/pages/act.js';
import { carryOut, newKey, type Fate } from '../../api/wishes.js';
import styles from './act-button.module.css';
import { wishOf } from './wish-of.js';

/** Whether one click does it: nothing is asked, nothing has to be confirmed. */
export const isOneClick = ({ needs, confirm }: Act): boolean => needs.length === 0 && confirm === undefined;

interface ActButtonProps {
  act: Act;
  /** The one that most people would press. */
  first?: boolean;
  disabled?: boolean;
  /** Opens the form of an act that asks something. */
  onOpen: (act: Act) => void;
  onDone: (fate: Fate, act: Act) => void;
  onRefused: (error: unknown, act: Act) => void;
}

/** Does an act at one click, or opens its form. A plain button: lists have hundreds of them. */
export function ActButton({
  act,
  first = false,
  disabled = false,
  onOpen,
  onDone,
  onRefused,
}: ActButtonProps) {
  const key = useRef(newKey());
  const oneClick = isOneClick(act);
  const click = async (): Promise<void> => {
    if (!oneClick) return onOpen(act);
    try {
      const fate = await carryOut(wishOf(act, key.current));
      onDone(fate, act);
    } catch (error) {
      onRefused(error, act);
    } finally {
      key.current = newKey();
    }
  };
  return (
    <button
      type="button"
      className={styles.button}
      data-first={first || undefined}
      data-act={act.key}
      disabled={disabled}
      aria-haspopup={oneClick ? undefined : 'dialog'}
      onClick={() => void click()}
    >
      {act.label}
      {!oneClick && <IconChevronDown size={16} aria-hidden />}
    </button>
  );
}
