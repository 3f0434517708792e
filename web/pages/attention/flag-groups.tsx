import { useId } from 'react';
import type { FlagItem } from '../../../contract/pages/flags.js';
import type { SteadyRow } from '../../parts/steady/use-steady-list.js';
import { FlagRow } from './flag-row.js';
import styles from './attention.module.css';

/** Flags by their reason: the gravest reason first, inside by severity and then the longest open. */
export function FlagGroups({ rows }: { rows: readonly SteadyRow<FlagItem>[] }) {
  const rules = [...new Set(rows.map(({ item }) => item.rule))];
  return (
    <>
      {rules.map((rule) => (
        <FlagGroup key={rule} rows={rows.filter(({ item }) => item.rule === rule)} />
      ))}
    </>
  );
}

function FlagGroup({ rows }: { rows: readonly SteadyRow<FlagItem>[] }) {
  const id = useId();
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h2 id={id}>
        {rows[0]?.item.title} <span>({rows.length})</span>
      </h2>
      <ul className={styles.rows}>
        {rows.map((row) => (
          <FlagRow key={row.item.id} row={row} />
        ))}
      </ul>
    </section>
  );
}
