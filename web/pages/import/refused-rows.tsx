import { NativeSelect, Table } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { say } from '../../texts/import.js';
import { PagedTable } from './paged-table.js';
import type { Refusal } from './row-lists.js';
import styles from './import.module.css';

/** Every refused cell: where it stands, what was found, what is expected. */
export function RefusedRows({ of }: { of: readonly Refusal[] }) {
  const [search, setSearch] = useSearchParams();
  const columns = [...new Set(of.map(({ column }) => column))].sort();
  const wanted = columns.find((column) => column === search.get('spalte'));
  const choose = (column: string): void => {
    const next = new URLSearchParams(search);
    next.delete('seite');
    if (column === '') next.delete('spalte');
    else next.set('spalte', column);
    setSearch(next, { replace: true });
  };
  return (
    <>
      {columns.length > 1 && (
        <NativeSelect
          className={styles.filter}
          label={say('byColumn')}
          value={wanted ?? ''}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
          data={[{ value: '', label: say('everyColumn') }, ...columns]}
        />
      )}
      <PagedTable
        caption={say('list_rejected')}
        columns={[say('line'), say('column'), say('found'), say('expected'), say('whatToDo')]}
        rows={wanted === undefined ? of : of.filter(({ column }) => column === wanted)}
      >
        {({ line, column, found, expected, message }, at) => (
          <Table.Tr key={at}>
            <Table.Th scope="row" className={styles.figure}>
              {line}
            </Table.Th>
            <Table.Td>{column}</Table.Td>
            <Table.Td data-personal>{found === '' ? say('blank') : `„${found}“`}</Table.Td>
            <Table.Td lang="de">{expected}</Table.Td>
            <Table.Td lang="de">{message}</Table.Td>
          </Table.Tr>
        )}
      </PagedTable>
    </>
  );
}
