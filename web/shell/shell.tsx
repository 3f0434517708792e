import { useCallback, useRef, useState } from 'react';
import { Outlet } from 'react-router';
import type { Me } from '../../contract/access.js';
import { useSessionOver } from '../api/session.js';
import { lazily } from '../parts/lazily.js';
import { say as common } from '../texts/common.js';
import { Banner } from './banner.js';
import { useGlobalKeys } from './global-keys.js';
import { Navigation } from './navigation.js';
import { PersonOnPage } from './palette/person-on-page.js';
import { Undo } from './undo/undo.js';
import { useArrival } from './use-arrival.js';
import { useFocusNeverLost } from './use-focus-never-lost.js';
import { useSentLater } from './use-sent-later.js';
import styles from './shell.module.css';

const Palette = lazily(async () => (await import('../app/later.js')).Palette);
const KeyList = lazily(async () => (await import('../app/later.js')).KeyList);
const SessionOver = lazily(async () => (await import('../app/later.js')).SessionOver);

interface ShellProps {
  me: Me;
  onSignedInAgain: (me: Me) => void;
  onSignOut: () => void;
}

/** What stands around every page behind the sign-in. */
export function Shell({ me, onSignedInAgain, onSignOut }: ShellProps) {
  const [palette, setPalette] = useState(false);
  const [keys, setKeys] = useState(false);
  const [guarded, setGuarded] = useState(false);
  const over = useSessionOver();
  const main = useArrival();
  useFocusNeverLost();
  // what lies over the page gives the focus back to where it was
  const before = useRef<Element>(null);
  const openPalette = useCallback(() => {
    before.current = document.activeElement;
    setPalette(true);
  }, []);
  const guardSight = useCallback(() => setGuarded((before) => !before), []);
  const showKeys = useCallback(() => {
    before.current = document.activeElement;
    setKeys(true);
  }, []);
  const closed = (): void => {
    setPalette(false);
    setKeys(false);
    requestAnimationFrame(() => before.current instanceof HTMLElement && before.current.focus());
  };
  useGlobalKeys(me, { openPalette, guardSight, showKeys });
  useSentLater();
  return (
    <PersonOnPage>
      <div className={guarded ? 'sight-guarded' : undefined}>
        <a className={styles.skip} href="#content">
          {common('skip')}
        </a>
        <Navigation
          me={me}
          onPalette={openPalette}
          onKeys={showKeys}
          guarded={guarded}
          onGuard={guardSight}
          onSignOut={onSignOut}
        />
        <Banner demonstration={me.demonstration} />
        <main id="content" ref={main} tabIndex={-1} className={styles.main}>
          <Outlet />
        </main>
        <Undo />
        {palette && <Palette onClose={closed} />}
        {keys && <KeyList role={me.role} onClose={closed} />}
        {over && <SessionOver me={me} onSignedIn={onSignedInAgain} />}
      </div>
    </PersonOnPage>
  );
}
