import { useRef } from 'react';
import type { ListColumn } from '../../../../contract/pages/list-filters.js';
import { say } from '../../../texts/journeys.js';
import { columns } from '../columns.js';
import type { Wanted } from '../use-wanted.js';
import styles from './views.module.css';

/** Which columns stand in the table; one is left in any case. */
export function ColumnChoice({ wanted }: { wanted: Wanted }) {
  const place = useRef<HTMLDetailsElement>(null);
  const { columns: shown, ask } = wanted;
  const toggle = (key: ListColumn): void => {
    const next = shown.includes(key) ? shown.filter((each) => each !== key) : [...shown, key];
    if (next.length > 0) ask({ columns: next });
  };
  return (
    <details
      ref={place}
      className={styles.columns}
      onKeyDown={({ key }) => {
        if (key !== 'Escape' || !place.current?.open) return;
        place.current.open = false;
        place.current.querySelector('summary')?.focus();
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !place.current?.contains(relatedTarget) && place.current)
          place.current.open = false;
      }}
    >
      <summary>{say('columns')}</summary>
      <fieldset>
        <legend className="visually-hidden">{say('columns')}</legend>
        {columns.map(({ key }) => (
          <label key={key}>
            <input type="checkbox" checked={shown.includes(key)} onChange={() => toggle(key)} />
            {say(`column_${key}`)}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
