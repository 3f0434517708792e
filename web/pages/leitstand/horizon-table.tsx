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

interface HorizonTableProps {
  figures: HorizonFigures;
  isPast: boolean;
}

/** The same as the map in words: a row for each week, and no shades. */
export function HorizonTable({ figures: { weeks, kinds }, isPast }: HorizonTableProps) {
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
            <Cell key={key} cell={cells[at] ?? null} isPast={isPast} />
          ))}
          <Table.Td>{daysOff(week).join('; ') || '–'}</Table.Td>
        </Table.Tr>
      ))}
      <Table.Tr>
        <Table.Th scope="row">{say('undated')}</Table.Th>
        {kinds.map(({ key, undated }) => (
          <Cell key={key} cell={undated} isPast={isPast} />
        ))}
        <Table.Td>–</Table.Td>
      </Table.Tr>
    </PlainTable>
  );
}

interface CellProps {
  cell: HorizonFigures['kinds'][number]['undated'];
  isPast: boolean;
}

const Cell = ({ cell, isPast }: CellProps) => (
  <Table.Td className={figures.figure}>
    <Figure count={cell?.count ?? 0} to={cell && !isPast ? addressOfCell(cell.query) : undefined} />
  </Table.Td>
);
