import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { reads, useMe } from '../../../api/reads.js';
import { say } from '../../../texts/journeys.js';
import { askedBy } from './asked-by-view.js';
import styles from './views.module.css';
import type { Wanted } from '../use-wanted.js';

/** Views with how many are in each. Their place is there before they are: nothing is pushed down. */
export function ViewBar({ wanted }: { wanted: Wanted }) {
  const me = useMe();
  const { data: views = [] } = useQuery(reads.views());
  return (
    <nav className={styles.bar} aria-label={say('views')} tabIndex={-1}>
      <ul>
        {views.map((view) => (
          <li key={view.id}>
            <Link
              to={{ search: wanted.addressFor(askedBy(view, me, wanted.usual)) }}
              aria-current={view.id === wanted.view ? 'true' : undefined}
              title={view.owner && !view.owner.isMe ? say('viewOf', { name: view.owner.name }) : undefined}
            >
              {view.name} <span className={styles.count}>{view.count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
