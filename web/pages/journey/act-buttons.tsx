import { Button } from '@mantine/core';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import { useRef } from 'react';
import type { Act } from '../../../contract/pages/act.js';
import { carryOut } from '../../api/wishes.js';
import { ActButton, isOneClick } from '../../parts/act/act-button.js';
import { tellRefusal } from '../../parts/act/tell-refusal.js';
import { wishOf } from '../../parts/act/wish-of.js';
import buttonStyles from '../../parts/act/act-button.module.css';
import { useOpened } from '../../parts/use-opened.js';
import { useActing } from './acting.js';
import styles from './journey.module.css';
import { usePage } from './page-state.js';

/** Does an act that asks nothing, or opens its form; the focus stays at, or comes back to, what it was opened from. */
export function useDo(): (act: Act, place: string, opener: HTMLElement | null) => void {
  const { open } = useActing();
  return (act, place, opener) => {
    if (!isOneClick(act)) return open(act, place, opener);
    opener?.focus();
    carryOut(wishOf(act)).catch(tellRefusal);
  };
}

interface NamedActProps {
  act: Act;
  place: string;
  label: string;
}

/** One act under a shorter name, where what it is about stands beside it. */
export function NamedAct({ act, place, label }: NamedActProps) {
  const { stand } = usePage();
  const doIt = useDo();
  if (stand !== undefined) return null;
  return (
    <Button
      variant="default"
      size="compact-sm"
      data-act={act.key}
      aria-label={`${label}: ${act.label}`}
      onClick={({ currentTarget }) => doIt(act, place, currentTarget)}
      {...(!isOneClick(act) && { 'aria-haspopup': 'dialog' as const })}
    >
      {label}
    </Button>
  );
}

/** A button for each act; what asks something opens its form at `place`. Nothing of it is there in the past. */
export function ActButtons({ acts, place }: { acts: readonly Act[]; place: string }) {
  const { stand } = usePage();
  const { open } = useActing();
  if (stand !== undefined || acts.length === 0) return null;
  return (
    <div className={styles.buttons}>
      {acts.map((act) => (
        <ActButton
          key={act.key}
          act={act}
          onOpen={(chosen) => open(chosen, place)}
          onDone={() => undefined}
          onRefused={tellRefusal}
        />
      ))}
    </div>
  );
}

interface ActMenuProps {
  acts: readonly Act[];
  place: string;
  label: string;
  /** What the button is for, where its label alone does not say it. */
  describes?: string;
  /** What an act is called here, where the place says the rest. */
  nameOf?: (act: Act) => string;
}

/** Acts behind one button. */
export function ActMenu({ acts, place, label, describes, nameOf = ({ label }) => label }: ActMenuProps) {
  const { stand } = usePage();
  const doIt = useDo();
  const box = useRef<HTMLDivElement>(null);
  const target = useRef<HTMLButtonElement>(null);
  const { open, toggle, close } = useOpened(box, target);
  if (stand !== undefined || acts.length === 0) return null;
  return (
    <div ref={box} className={styles.menu}>
      <button
        ref={target}
        type="button"
        className={buttonStyles.button}
        aria-expanded={open}
        aria-label={describes === undefined ? undefined : `${label}: ${describes}`}
        onClick={toggle}
      >
        {label}
        <IconChevronDown size={16} aria-hidden />
      </button>
      {open && (
        <ul>
          {acts.map((act) => (
            <li key={act.key}>
              <button
                type="button"
                data-act={act.key}
                onClick={() => {
                  close();
                  doIt(act, place, target.current);
                }}
              >
                {nameOf(act)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
