import { startTransition, useEffect, useId, useState } from 'react';
import type { FlagItem } from '../../../contract/pages/flags.js';
import type { SteadyRow } from '../../parts/steady/use-steady-list.js';
import { FlagRow } from './flag-row.js';
import rowsStyles from '../../parts/rows/rows.module.css';

/** So many groups fill a screen; the others are drawn one by one, so that a key is answered in between. */
const atOnce = 2;

/** Flags by their reason: the gravest reason first, inside by severity and then the longest open. */
export function FlagGroups({ rows }: { rows: readonly SteadyRow<FlagItem>[] }) {
  const rules = [...new Set(rows.map(({ item }) => item.rule))];
  const [drawn, setDrawn] = useState(atOnce);
  useEffect(() => {
    if (drawn < rules.length) startTransition(() => setDrawn(drawn + 1));
  }, [drawn, rules.length]);
  return (
    <>
      {rules.slice(0, drawn).map((rule) => (
        <FlagGroup key={rule} rows={rows.filter(({ item }) => item.rule === rule)} />
      ))}
    </>
  );
}

function FlagGroup({ rows }: { rows: readonly SteadyRow<FlagItem>[] }) {
  const id = useId();
  return (
    <section className={rowsStyles.group} aria-labelledby={id}>
      <h2 id={id}>
        {rows[0]?.item.title} <span className={rowsStyles.count}>({rows.length})</span>
      </h2>
      <ul className={rowsStyles.rows}>
        {rows.map((row) => (
          <FlagRow key={row.item.id} row={row} />
        ))}
      </ul>
    </section>
  );
}
