import { Table } from '@mantine/core';
import { Link } from 'react-router';
import { say } from '../../texts/import.js';
import { PagedTable } from './paged-table.js';
import type { Warning } from './row-lists.js';
import styles from './import.module.css';

/** What somebody should look at in rows that go in all the same. Nothing is merged by itself. */
export function WarnedRows({ of }: { of: readonly Warning[] }) {
  return (
    <PagedTable
      caption={say('list_warned')}
      columns={[say('line'), say('column'), say('found'), say('remark')]}
      rows={of}
    >
      {({ line, column = '', found = '', message, journeyId }, at) => (
        <Table.Tr key={at}>
          <Table.Th scope="row" className={styles.figure}>
            {line}
          </Table.Th>
          <Table.Td>{column}</Table.Td>
          <Table.Td data-personal>{found === '' ? '' : `„${found}“`}</Table.Td>
          <Table.Td>
            <span lang="de">{message}</span>{' '}
            {journeyId !== undefined && <Link to={`/teilnehmende/${journeyId}`}>{say('compare')}</Link>}
          </Table.Td>
        </Table.Tr>
      )}
    </PagedTable>
  );
}
