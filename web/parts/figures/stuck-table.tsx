import { Table } from '@mantine/core';
import type { StuckFigures } from '../../../contract/pages/figures.js';
import { PlainTable } from '../plain-table/plain-table.js';
import { say } from '../../texts/attention.js';
import { say as common } from '../../texts/common.js';
import { Severity } from '../severity.js';
import { Figure } from './figure.js';
import styles from './figures.module.css';

interface StuckTableProps {
  figures: StuckFigures;
  by: StuckFigures['by'];
  /** Where the list of a number is; absent where numbers open nothing. */
  addressOf?: ((query: Readonly<Record<string, string>>) => string) | undefined;
}

/** How many flags there are, by reason, commune or coach; each number leads to its list. */
export function StuckTable({ figures, by, addressOf }: StuckTableProps) {
  const caption = say('table', { by: say(`by_${by}`) });
  return (
    <PlainTable
      name={caption}
      columns={[
        say(`by_${by}`),
        ...[3, 2, 1].map((severity) => <Severity key={severity} of={severity} />),
        say('old'),
      ]}
    >
      {figures.groups.map(({ key, label, severity3, severity2, severity1, old }) => (
        <Table.Tr key={key}>
          <Table.Th scope="row">{label || common('noCoach')}</Table.Th>
          {[severity3, severity2, severity1, old].map(({ count, query }, at) => (
            <Table.Td key={at} className={styles.figure}>
              <Figure count={count} to={addressOf?.(query)} />
            </Table.Td>
          ))}
        </Table.Tr>
      ))}
    </PlainTable>
  );
}
