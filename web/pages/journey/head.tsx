import { Button } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Act } from '../../../contract/pages/act.js';
import { useMe, useWords } from '../../api/reads.js';
import { PersonName } from '../../parts/person-name.js';
import { isBusyElsewhere, usesSingleKeys } from '../../shell/global-keys.js';
import { say } from '../../texts/journey.js';
import { ActMenu, useDo } from './act-buttons.js';
import { useActing } from './acting.js';
import { FormHere } from './form-here.js';
import styles from './head.module.css';
import { Overlays } from './overlays.js';
import { usePage } from './page-state.js';
import { RecordMenu } from './record-menu.js';

/** Who it is and what lies over the journey; it stays while the rest is scrolled. */
export function Head() {
  const { journey, acts, stand } = usePage();
  const words = useWords();
  const { opened, close } = useActing();
  const doIt = useDo();
  const [choosing, setChoosing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const phase = words.phases.find(({ key }) => key === journey.phase)?.title ?? journey.phase;
  const choose = useCallback(() => {
    close(false);
    setChoosing(true);
  }, [close]);
  useRecordKey(stand === undefined, choose);
  const closeMenu = (): void => {
    setChoosing(false);
    button.current?.focus();
  };
  const take = (act: Act): void => {
    setChoosing(false);
    doIt(act, 'head', button.current);
  };
  const isForm = opened?.place === 'head';
  return (
    <div className={styles.bar}>
      <h1 className={styles.name}>
        <PersonName of={journey.participant} />
      </h1>
      <span className={styles.kennung}>{journey.externalId}</span>
      <span className={styles.phase}>{phase}</span>
      <Overlays of={journey.overlays} />
      {stand === undefined && (
        <div className={styles.acts}>
          <Button
            ref={button}
            size="compact-md"
            onClick={() => (choosing ? closeMenu() : choose())}
            aria-expanded={choosing || isForm}
            aria-haspopup="dialog"
            aria-keyshortcuts="m"
            rightSection={<kbd className={styles.key}>m</kbd>}
          >
            {say('record')}
          </Button>
          <ActMenu
            acts={acts.possible.filter(({ group }) => group === 'journey')}
            place="head"
            label={say('more')}
          />
        </div>
      )}
      {(choosing || isForm) && stand === undefined && (
        <div className={styles.panel} role="dialog" aria-label={isForm ? opened.act.label : say('record')}>
          {isForm ? <FormHere place="head" /> : <RecordMenu onChoose={take} onClose={closeMenu} />}
        </div>
      )}
    </div>
  );
}

/** `m` opens the menu, unless single keys are switched off or something is being typed. */
function useRecordKey(active: boolean, open: () => void): void {
  const me = useMe();
  useEffect(() => {
    if (!active || !usesSingleKeys(me)) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'm' || event.ctrlKey || event.metaKey || event.altKey || isBusyElsewhere(event))
        return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [me, active, open]);
}
