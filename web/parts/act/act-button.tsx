import { Button, type ButtonProps } from '@mantine/core';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import { useRef } from 'react';
import type { Act } from '../../../contract/pages/act.js';
import { carryOut, newKey, type Fate } from '../../api/wishes.js';

/** Whether one click does it: nothing is asked, nothing has to be confirmed. */
export const isOneClick = ({ needs, confirm }: Act): boolean => needs.length === 0 && confirm === undefined;

interface ActButtonProps extends ButtonProps {
  act: Act;
  /** Opens the form of an act that asks something. */
  onOpen: (act: Act) => void;
  onDone: (fate: Fate, act: Act) => void;
  onRefused: (error: unknown, act: Act) => void;
}

/** Does an act at one click, or opens its form. */
export function ActButton({ act, onOpen, onDone, onRefused, ...button }: ActButtonProps) {
  const key = useRef(newKey());
  const oneClick = isOneClick(act);
  const click = async (): Promise<void> => {
    if (!oneClick) return onOpen(act);
    const { label, call, body } = act;
    try {
      const fate = await carryOut({
        key: key.current,
        label,
        call,
        ...(call.method !== 'DELETE' && { body }),
      });
      onDone(fate, act);
    } catch (error) {
      onRefused(error, act);
    } finally {
      key.current = newKey();
    }
  };
  return (
    <Button
      variant="default"
      {...button}
      data-act={act.key}
      onClick={() => void click()}
      {...(!oneClick && {
        rightSection: <IconChevronDown size={16} aria-hidden />,
        'aria-haspopup': 'dialog' as const,
      })}
    >
      {act.label}
    </Button>
  );
}
