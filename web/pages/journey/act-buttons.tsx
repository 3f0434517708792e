import { Button, Menu } from '@mantine/core';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import { useRef } from 'react';
import type { Act } from '../../../contract/pages/act.js';
import { Refused } from '../../api/problem.js';
import { carryOut, newKey } from '../../api/wishes.js';
import { ActButton, isOneClick } from '../../parts/act/act-button.js';
import { announce } from '../../shell/undo/announce.js';
import { say as common } from '../../texts/common.js';
import { useActing } from './acting.js';
import styles from './journey.module.css';
import { usePage } from './page-state.js';

/** Says why an act was refused, with what is missing for it. */
export function tellRefusal(error: unknown): void {
  const refused = error instanceof Refused ? error : undefined;
  const missing = (refused?.body.missing ?? []).map(({ text }) => common('missing', { what: text }));
  announce([refused?.message ?? common('errorServer'), ...missing].join(' '), 'alert');
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
          size="compact-md"
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
  const { open } = useActing();
  const target = useRef<HTMLButtonElement>(null);
  if (stand !== undefined || acts.length === 0) return null;
  const choose = (act: Act): void => {
    if (!isOneClick(act)) return open(act, place, target.current);
    const { label, call, body } = act;
    target.current?.focus();
    carryOut({ key: newKey(), label, call, ...(call.method !== 'DELETE' && { body }) }).catch(tellRefusal);
  };
  return (
    <Menu position="bottom-end" returnFocus={false} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button
          ref={target}
          variant="default"
          size="compact-md"
          rightSection={<IconChevronDown size={16} aria-hidden />}
          {...(describes !== undefined && { 'aria-label': `${label}: ${describes}` })}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map((act) => (
          <Menu.Item key={act.key} data-act={act.key} onClick={() => choose(act)}>
            {nameOf(act)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
