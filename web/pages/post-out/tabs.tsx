import { Link } from 'react-router';
import type { MessageFigures } from '../../../contract/pages/messages.js';
import { say } from '../../texts/post-out.js';
import type { Wanted } from './use-wanted.js';
import styles from './post-out.module.css';

interface TabsProps {
  of: MessageFigures['tabs'];
  wanted: Wanted;
  /** Whoever may see no message is told the numbers alone. */
  areLinks: boolean;
}

/** The states, each with its number: a list of links, for each has an address of its own. */
export function Tabs({ of, wanted: { tab, to, searched }, areLinks }: TabsProps) {
  return (
    <nav aria-label={say('tabs')}>
      <ul className={styles.tabs}>
        {of.map(({ key, count }) => (
          <li key={key}>
            {areLinks ? (
              <Link to={to(key)} state={{ searched }} aria-current={key === tab ? 'page' : undefined}>
                {say(`tab_${key}`)} <strong>{count}</strong>
              </Link>
            ) : (
              <span>
                {say(`tab_${key}`)} <strong>{count}</strong>
              </span>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
