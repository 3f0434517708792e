import { Table } from '@mantine/core';
import type { HorizonFigures } from '../../../contract/pages/figures.js';
import { addressOfCell } from '../../parts/figures/address-of-deadlines.js';
import { Figure } from '../../parts/figures/figure.js';
import figures from '../../parts/figures/figures.module.css';
import { PlainTable } from '../../parts/plain-table/plain-table.js';
import { say } from '../../texts/leitstand.js';
import { weekInWords } from '../../time/days.js';
import { daysOff } from './days-off.js';
import styles from './leitstand.module.css';

/** The same as the map in words: a row for each week, and no shades. */
export function HorizonTable({ figures: { weeks, kinds } }: { figures: HorizonFigures }) {
  return (
    <PlainTable
      name={say('horizon')}
      caption={say('horizonTableCaption')}
      className={styles.numbers}
      columns={[say('weekOfYear'), ...kinds.map(({ label }) => label), say('daysOff')]}
    >
      {weeks.map((week, at) => (
        <Table.Tr key={week.monday}>
          <Table.Th scope="row">{say('inWeek', { n: week.number, days: weekInWords(week.monday) })}</Table.Th>
          {kinds.map(({ key, weeks: cells }) => (
            <Cell key={key} cell={cells[at] ?? null} />
          ))}
          <Table.Td>{daysOff(week).join('; ') || '–'}</Table.Td>
        </Table.Tr>
      ))}
      <Table.Tr>
        <Table.Th scope="row">{say('undated')}</Table.Th>
        {kinds.map(({ key, undated }) => (
          <Cell key={key} cell={undated} />
        ))}
        <Table.Td>–</Table.Td>
      </Table.Tr>
    </PlainTable>
  );
}

const Cell = ({ cell }: { cell: HorizonFigures['kinds'][number]['undated'] }) => (
  <Table.Td className={figures.figure}>
    <Figure count={cell?.count ?? 0} to={cell ? addressOfCell(cell.query) : ''} />
  </Table.Td>
);
