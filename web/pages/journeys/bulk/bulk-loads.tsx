import { Table } from '@mantine/core';
import type { BulkAnswer } from '../../../../contract/pages/bulk.js';
import { PlainTable } from '../../../parts/plain-table/plain-table.js';
import { say } from '../../../texts/journeys.js';
import styles from './bulk.module.css';

interface BulkLoadsProps {
  loads: NonNullable<BulkAnswer['loads']>;
  /** For whom it would be done. */
  ids: readonly string[];
}

/** With whom how many lie now, and afterwards: by name, for sharing work out. */
export function BulkLoads({ loads, ids }: BulkLoadsProps) {
  const meant = new Set(ids);
  const count = (moving: readonly string[]): number => moving.filter((id) => meant.has(id)).length;
  return (
    <div className={styles.loads} data-loads>
      <PlainTable name={say('loads')} columns={[say('column_coach'), say('loadsBefore'), say('loadsAfter')]}>
        {loads.map(({ coach, name, journeys, gives, gets }) => (
          <Table.Tr key={coach}>
            <Table.Th scope="row">{name}</Table.Th>
            <Table.Td>{journeys}</Table.Td>
            <Table.Td>{journeys - count(gives) + count(gets)}</Table.Td>
          </Table.Tr>
        ))}
      </PlainTable>
    </div>
  );
}
