import { UnstyledButton } from '@mantine/core';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import { say } from '../../texts/journeys.js';
import type { SortKey } from './filters.js';
import styles from './journeys.module.css';

const columns = [
  { name: 'columnName', sort: 'name' },
  { name: 'columnPhase', sort: 'phase' },
  { name: 'columnPaper' },
  { name: 'columnDue', sort: 'nextDue' },
  { name: 'columnContact', sort: 'lastContactOn' },
  { name: 'columnCommune', sort: 'commune' },
  { name: 'columnCoach' },
] as const;

interface HeadProps {
  sort: SortKey;
  onSort: (sort: SortKey) => void;
  withCommune: boolean;
}

/** The head of the table; a column that the server sorts by is a button. */
export function Head({ sort, onSort, withCommune }: HeadProps) {
  return (
    <thead>
      <tr>
        {columns
          .filter(({ name }) => withCommune || name !== 'columnCommune')
          .map((column) => {
            const key = 'sort' in column ? column.sort : undefined;
            if (key === undefined)
              return (
                <th key={column.name} scope="col">
                  {say(column.name)}
                </th>
              );
            return (
              <th
                key={column.name}
                scope="col"
                aria-sort={key === sort ? 'ascending' : undefined}
                data-column={key}
              >
                <UnstyledButton className={styles.sorter} onClick={() => onSort(key)}>
                  {say(column.name)}
                  {key === sort && <IconArrowUp size={16} aria-hidden />}
                </UnstyledButton>
              </th>
            );
          })}
      </tr>
    </thead>
  );
}
