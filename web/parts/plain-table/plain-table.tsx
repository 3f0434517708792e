import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './plain-table.module.css';

interface PlainTableProps {
  /** What the table is called, for whoever does not see what stands above it. */
  name: string;
  /** What it says, where that takes more than its name. */
  caption?: string;
  className?: string | undefined;
  /** The columns' words, in their order. */
  columns: readonly ReactNode[];
  /** Its rows. */
  children: ReactNode;
}

/** A table that is only read. Where it is wider than the page, it scrolls, also by the keys. */
export const PlainTable = ({ name, caption = name, className, columns, children }: PlainTableProps) => (
  <div className={styles.scroll} role="region" aria-label={name} tabIndex={0}>
    <Table className={className}>
      <caption className="visually-hidden">{caption}</caption>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column, at) => (
            <Table.Th key={at} scope="col">
              {column}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>{children}</Table.Tbody>
    </Table>
  </div>
);
