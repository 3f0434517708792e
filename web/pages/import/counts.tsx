import { Link, useSearchParams } from 'react-router';
import type { ImportCounts } from '../../../contract/routes/imports.js';
import { useMe } from '../../api/reads.js';
import { say } from '../../texts/import.js';
import { figures } from './figures.js';
import { listIn } from './row-lists.js';
import styles from './import.module.css';

interface CountsProps {
  of: ImportCounts;
  /** Known when the rows are there. */
  warned?: number;
}

/** The counts; each opens its list, for whoever may see rows. */
export function Counts({ of, warned }: CountsProps) {
  const { role } = useMe();
  const [search] = useSearchParams();
  const shown = [
    ...figures.map((name) => ({ name, n: of[name] })),
    ...(warned === undefined ? [] : [{ name: 'warned' as const, n: warned }]),
  ];
  const current = listIn(search, of);
  return (
    <ul className={styles.counts}>
      {shown.map(({ name, n }) => (
        <li key={name}>
          {role === 'coordinator' && n > 0 ? (
            <Link
              to={{ search: `liste=${name}` }}
              aria-current={name === current ? 'true' : undefined}
              preventScrollReset
            >
              {say(name)} <strong>{n}</strong>
            </Link>
          ) : (
            <span>
              {say(name)} <strong>{n}</strong>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
