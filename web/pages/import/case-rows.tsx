import { Table } from '@mantine/core';
import { Link } from 'react-router';
import type { ImportOutcome } from '../../../contract/routes/imports.js';
import { say } from '../../texts/import.js';
import { PagedTable } from './paged-table.js';
import styles from './import.module.css';

interface CaseRowsProps {
  of: readonly ImportOutcome[];
  name: 'opened' | 'updated' | 'unchanged';
}

/** Rows that became, or are, a case; of a changed one, which columns were taken over. */
export function CaseRows({ of, name }: CaseRowsProps) {
  return (
    <PagedTable
      caption={say(`list_${name}`)}
      columns={[say('line'), ...(name === 'updated' ? [say('changedColumns')] : []), say('case')]}
      rows={of}
    >
      {({ line, columns = [], journeyId }) => (
        <Table.Tr key={line}>
          <Table.Th scope="row" className={styles.figure}>
            {line}
          </Table.Th>
          {name === 'updated' && <Table.Td lang="de">{columns.join(', ')}</Table.Td>}
          <Table.Td>
            {journeyId !== undefined && (
              <Link to={`/teilnehmende/${journeyId}`}>{say('openCase', { line })}</Link>
            )}
          </Table.Td>
        </Table.Tr>
      )}
    </PagedTable>
  );
}
