import { useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Me } from '../../contract/access.js';
import { useOpened } from '../parts/use-opened.js';
import { say } from '../texts/shell.js';
import { pagesIn } from './pages.js';
import styles from './account-menu.module.css';

interface AccountMenuProps {
  me: Me;
  onKeys: () => void;
  guarded: boolean;
  onGuard: () => void;
  onSignOut: () => void;
}

/** What belongs to the account, behind its initials: a button that shows a list of links and buttons. */
export function AccountMenu({ me, onKeys, guarded, onGuard, onSignOut }: AccountMenuProps) {
  const place = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const { open, toggle, close } = useOpened(place, opener);
  const does = (act: () => void, text: string): ReactNode => (
    <button
      type="button"
      onClick={() => {
        close();
        opener.current?.focus();
        act();
      }}
    >
      {text}
    </button>
  );
  return (
    <div ref={place} className={styles.place}>
      <button
        ref={opener}
        type="button"
        className={styles.opener}
        aria-label={say('account', { name: me.name })}
        aria-expanded={open}
        onClick={toggle}
      >
        {initialsOf(me.name)}
      </button>
      {open && (
        <ul className={styles.list}>
          <li className={styles.name}>{me.name}</li>
          {pagesIn('menu', me.role).map(({ path, name }) => (
            <li key={path}>
              <Link to={path} onClick={close}>
                {say(name)}
              </Link>
            </li>
          ))}
          <li>
            <Link to="/ich" onClick={close}>
              {say('settings')}
            </Link>
          </li>
          <li>{does(onKeys, say('keys'))}</li>
          <li>{does(onGuard, say(guarded ? 'sightOff' : 'sight'))}</li>
          {me.mailCatcher && (
            <li>
              <a href="/mails">{say('mails')}</a>
            </li>
          )}
          <li>{does(onSignOut, say('signOut'))}</li>
        </ul>
      )}
    </div>
  );
}

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((part) => part[0] ?? '')
    .filter((_, at, all) => at === 0 || at === all.length - 1)
    .join('')
    .toUpperCase();
