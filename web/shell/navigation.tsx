import { Burger, Menu, UnstyledButton } from '@mantine/core';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { useState } from 'react';
import { NavLink, useNavigate } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import type { Me } from '../../contract/access.js';
import { reads } from '../api/reads.js';
import { say } from '../texts/shell.js';
import { homeOf, pagesOf } from './pages.js';
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
  const navigate = useNavigate();
  const worksWithJourneys = me.role !== 'admin';
  const { data: today } = useQuery({ ...reads.today(), enabled: worksWithJourneys });
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
        {pagesOf(me.role).map(({ path, name }) => (
          <NavLink key={path} to={path} className={styles.link ?? ''} onClick={() => setOpen(false)}>
            {say(name)}
            {name === 'today' && today && today.left > 0 && (
              <span className={styles.count}>{today.left}</span>
            )}
          </NavLink>
        ))}
      </nav>
      {worksWithJourneys && (
        <UnstyledButton className={styles.search} onClick={onPalette} aria-keyshortcuts="Control+K">
          <IconSearch size={18} aria-hidden />
          <span>{say('palette')}</span>
          <kbd>Strg K</kbd>
        </UnstyledButton>
      )}
      <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <UnstyledButton className={styles.account} aria-label={say('account', { name: me.name })}>
            {initialsOf(me.name)}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{me.name}</Menu.Label>
          <Menu.Item onClick={() => void navigate('/ich')}>{say('settings')}</Menu.Item>
          <Menu.Item onClick={onKeys}>{say('keys')}</Menu.Item>
          <Menu.Item onClick={onGuard}>{say(guarded ? 'sightOff' : 'sight')}</Menu.Item>
          {me.mailCatcher && (
            <Menu.Item component="a" href="/mails">
              {say('mails')}
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item onClick={onSignOut}>{say('signOut')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </header>
  );
}

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((part) => part[0] ?? '')
    .filter((_, at, all) => at === 0 || at === all.length - 1)
    .join('')
    .toUpperCase();
