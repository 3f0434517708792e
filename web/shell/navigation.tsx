import { Burger, UnstyledButton } from '@mantine/core';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { useState } from 'react';
import { NavLink } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import type { Me } from '../../contract/access.js';
import { reads } from '../api/reads.js';
import { Key } from '../parts/key.js';
import { say } from '../texts/shell.js';
import { AccountMenu } from './account-menu.js';
import { homeOf, pagesIn } from './pages.js';
import styles from './shell.module.css';

interface NavigationProps {
  me: Me;
  onPalette: () => void;
  onKeys: () => void;
  guarded: boolean;
  onGuard: () => void;
  onSignOut: () => void;
}

/** The bar on top: the pages of one's role, the search, and what belongs to the account. */
export function Navigation({ me, onPalette, onKeys, guarded, onGuard, onSignOut }: NavigationProps) {
  const [open, setOpen] = useState(false);
  const worksWithJourneys = me.role !== 'admin';
  // how much is left is said to whoever begins her day with it
  const { data: today } = useQuery({ ...reads.today(), enabled: me.role === 'coach' });
  return (
    <header className={styles.header}>
      <Burger
        className={styles.burger}
        size="sm"
        opened={open}
        onClick={() => setOpen(!open)}
        aria-label={say('menu')}
        aria-expanded={open}
      />
      <NavLink to={homeOf(me.role)} className={styles.product ?? ''}>
        Lotse
      </NavLink>
      <nav aria-label={say('navigation')} className={styles.nav} data-open={open}>
        {pagesIn('bar', me.role).map(({ path, name }) => (
          <NavLink key={path} to={path} className={styles.link ?? ''} onClick={() => setOpen(false)}>
            {say(name)}
            {name === 'today' && (
              // its room is there before the number is: what stands behind it does not move
              <span className={styles.count} data-none={!today?.left || undefined}>
                {today?.left ?? 0}
              </span>
            )}
          </NavLink>
        ))}
      </nav>
      {worksWithJourneys && (
        <UnstyledButton className={styles.search} onClick={onPalette} aria-keyshortcuts="Control+K">
          <IconSearch size={18} aria-hidden />
          <span>{say('palette')}</span>
          <Key of="Strg K" />
        </UnstyledButton>
      )}
      <AccountMenu me={me} onKeys={onKeys} guarded={guarded} onGuard={onGuard} onSignOut={onSignOut} />
    </header>
  );
}
