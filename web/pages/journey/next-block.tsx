import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { reads } from '../../api/reads.js';
import { Block } from '../../parts/block.js';
import { say } from '../../texts/journey.js';
import { useActing } from './acting.js';
import { Differs } from './differs.js';
import styles from './next.module.css';
import { NextLine } from './next-line.js';
import { nextRows, type NextRow } from './next-rows.js';
import { usePage } from './page-state.js';

const atFirst = 5;

/** What needs somebody, what can be done, and what waits for something. */
export function NextBlock() {
  const { journey, acts, stand } = usePage();
  const { opened } = useActing();
  const [all, setAll] = useState(false);
  const { data: today } = useQuery(reads.today());
  const told = stand === undefined ? (today?.groups.flatMap(({ items }) => items) ?? []) : [];
  const rows = nextRows(journey, acts, told);
  const shown = all ? rows : rows.slice(0, Math.max(atFirst, rows.filter(({ is }) => is !== 'step').length));
  const kept = keptFor(opened?.place, rows, shown);
  return (
    <Block
      title={say('nextTitle')}
      aside={<Differs in={({ next, flags, tasks }) => ({ next, flags, tasks })} />}
    >
      {rows.length === 0 && <p>{say(journey.open ? 'nextNothing' : 'nextClosed')}</p>}
      <ul className={styles.rows}>
        {[...shown, ...kept].map((row) => (
          <NextLine key={row.id} row={row} />
        ))}
      </ul>
      {rows.length > shown.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {say('showAll', { n: rows.length })}
        </Button>
      )}
    </Block>
  );
}

/** The row at which somebody types stays, also when its reason has gone meanwhile. */
function keptFor(place: string | undefined, rows: NextRow[], shown: NextRow[]): NextRow[] {
  if (place === undefined || !/^(flag|task|step):/.test(place) || shown.some(({ id }) => id === place))
    return [];
  return [rows.find(({ id }) => id === place) ?? { is: 'gone', id: place, acts: [] }];
}
