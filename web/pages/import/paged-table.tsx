import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { PlainTable } from '../../parts/plain-table/plain-table.js';
import { say } from '../../texts/import.js';
import styles from './import.module.css';

/** More at once are slow to draw and nobody reads them. */
const atOnce = 200;

interface PagedTableProps<Row> {
  caption: string;
  columns: readonly string[];
  rows: readonly Row[];
  /** One row of the table; `at` is its place in all of them. */
  children: (row: Row, at: number) => ReactNode;
}

/** A table of which the address says the page. */
export function PagedTable<Row>({ caption, columns, rows, children }: PagedTableProps<Row>) {
  const [search, setSearch] = useSearchParams();
  const last = Math.max(0, Math.ceil(rows.length / atOnce) - 1);
  const page = Math.min(last, Math.max(0, Math.trunc(Number(search.get('seite')) || 1) - 1));
  const from = page * atOnce;
  const shown = rows.slice(from, from + atOnce);
  const go = (to: number): void => {
    const next = new URLSearchParams(search);
    next.set('seite', String(to + 1));
    setSearch(next);
  };
  if (rows.length === 0) return <p>{say('noneInList')}</p>;
  return (
    <>
      <PlainTable name={caption} columns={columns}>
        {shown.map((row, at) => children(row, from + at))}
      </PlainTable>
      {last > 0 && (
        <div className={styles.acts}>
          <Button variant="default" disabled={page === 0} onClick={() => go(page - 1)}>
            {say('before')}
          </Button>
          <span role="status">
            {say('shown', { from: from + 1, to: from + shown.length, n: rows.length })}
          </span>
          <Button variant="default" disabled={page === last} onClick={() => go(page + 1)}>
            {say('next')}
          </Button>
        </div>
      )}
    </>
  );
}
