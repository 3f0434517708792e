import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Today } from '../../../contract/pages/today.js';
import { PersonName } from '../../parts/person-name.js';
import { say } from '../../texts/today.js';
import { timeOf } from '../../time/days.js';
import styles from './today.module.css';

/** What one has done today, folded until it is asked for. */
export function Done({ of }: { of: Today['done'] }) {
  const [open, setOpen] = useState(false);
  if (of.length === 0) return null;
  return (
    <section aria-label={say('done')} className={styles.done}>
      <Button variant="subtle" size="compact-sm" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? say('hideDone') : say('showDone', { n: of.length })}
      </Button>
      {open && (
        <ul>
          {of.map(({ at, text, journey }, index) => (
            <li key={index}>
              <time dateTime={at}>{timeOf(at)}</time>{' '}
              <Link to={`/teilnehmende/${journey.id}`}>
                <PersonName of={journey.name} />
              </Link>
              : {text}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
