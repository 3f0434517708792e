import { UnstyledButton } from '@mantine/core';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import { say } from '../../texts/journeys.js';
import { columns } from './columns.js';
import type { SortKey } from './filters.js';
import styles from './journeys.module.css';
import { SelectAll } from './select-all.js';
import type { Selection } from './use-selection.js';
import type { Wanted } from './use-wanted.js';

interface HeadProps {
  wanted: Wanted;
  selection: Selection;
}

/** The head of the table; a column that the server sorts by is a button. */
export function Head({ wanted, selection }: HeadProps) {
  return (
    <thead>
      <tr>
        <th scope="col" aria-sort={wanted.sort === 'name' ? 'ascending' : undefined} data-column="name">
          <SelectAll selection={selection} />
          <Sorter by="name" label={say('columnName')} wanted={wanted} />
        </th>
        {columns
          .filter(({ key }) => wanted.columns.includes(key))
          .map(({ key, sort }) => (
            <th
              key={key}
              scope="col"
              aria-sort={sort !== undefined && sort === wanted.sort ? 'ascending' : undefined}
              data-column={sort}
              data-key={key}
            >
              {sort === undefined ? (
                say(`column_${key}`)
              ) : (
                <Sorter by={sort} label={say(`column_${key}`)} wanted={wanted} />
              )}
            </th>
          ))}
      </tr>
    </thead>
  );
}

function Sorter({ by, label, wanted: { sort, ask } }: { by: SortKey; label: string; wanted: Wanted }) {
  return (
    <UnstyledButton className={styles.sorter} onClick={() => ask({ sort: by })}>
      {label}
      {by === sort && <IconArrowUp size={16} aria-hidden />}
    </UnstyledButton>
  );
}
