import { useRef, useState } from 'react';
import type { Act } from '../../../contract/pages/act.js';
import { say } from '../../texts/common.js';
import { ActButton } from './act-button.js';
import { ListedForm } from './listed-form.js';
import { callLink } from '../phone.js';
import { focusNextRow } from '../rows/focus-next-row.js';
import buttonStyles from './act-button.module.css';
import styles from './actions.module.css';
import { tellRefusal } from './tell-refusal.js';

interface ActionsProps {
  acts: readonly Act[];
  journey: { id: string; version: number | undefined };
  /** Can be called at once. */
  phone?: string | undefined;
  disabled?: boolean;
  /** Where the focus goes once something is done: by default to the next row. */
  onDone?: () => void;
}

/** The acts of one row: one click does it, or its form opens beneath, in place. */
export function Actions({ acts, journey, phone, disabled = false, onDone }: ActionsProps) {
  const [open, setOpen] = useState<Act>();
  const place = useRef<HTMLDivElement>(null);
  const close = (): void => {
    const key = open?.key;
    setOpen(undefined);
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>(`[data-act="${key}"]`)?.focus());
  };
  const done = (): void => {
    setOpen(undefined);
    if (onDone) onDone();
    else focusNextRow(place.current);
  };
  return (
    <div ref={place} className={styles.actions}>
      {open ? (
        <div className={styles.form}>
          <h3>{open.label}</h3>
          <ListedForm key={open.key} act={open} journey={journey} onDone={done} onCancel={close} />
        </div>
      ) : (
        <div className={styles.list}>
          {acts.map((act, at) => (
            <ActButton
              key={act.key}
              act={act}
              first={at === 0}
              disabled={disabled}
              onOpen={setOpen}
              onDone={done}
              onRefused={tellRefusal}
            />
          ))}
          {phone !== undefined && (
            <a className={buttonStyles.button} href={callLink(phone)} data-call>
              <span data-personal>{say('callPhone', { phone })}</span>
            </a>
          )}
        </div>
      )}
    </div>
  );
}
