import { useEffect, useRef } from 'react';
import { ActForm } from '../../parts/act/later-form.js';
import { useActing } from './acting.js';
import styles from './journey.module.css';
import { usePage } from './page-state.js';

/** The form of the act that was opened at this place, if one was. */
export function FormHere({ place }: { place: string }) {
  const { opened } = useActing();
  const { stand } = usePage();
  if (opened?.place !== place || stand !== undefined) return null;
  return <OpenForm key={opened.act.key} />;
}

function OpenForm() {
  const { opened, close } = useActing();
  const { now } = usePage();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const within = box.current;
    if (!within) return;
    if (!within.contains(document.activeElement))
      within.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
    within.scrollIntoView({ block: 'nearest' });
  }, []);
  if (!opened) return null;
  return (
    <div ref={box} className={styles.form}>
      <p className={styles.formTitle}>{opened.act.label}</p>
      <ActForm
        act={opened.act}
        journey={{ id: now.id, version: now.version }}
        onDone={() => close()}
        onCancel={() => close()}
      />
    </div>
  );
}
