import { Button } from '@mantine/core';
import { useId } from 'react';
import { PersonName } from '../../parts/person-name.js';
import { say } from '../../texts/today.js';
import type { Shown } from './groups.js';
import { TodayRow } from './today-row.js';
import rowsStyles from '../../parts/rows/rows.module.css';
import styles from './today.module.css';

interface TodayGroupProps {
  group: Shown;
  folded: boolean;
  onUnfold: () => void;
  /** Items that are no longer to be done: they stay where they are, dimmed. */
  gone: ReadonlySet<string>;
}

type Named = 'overdue' | 'due_today' | 'this_week' | 'next_7_days';

/** What belongs under one heading, as a list. */
export function TodayGroup({ group, folded, onUnfold, gone }: TodayGroupProps) {
  const id = useId();
  const { key, person, items } = group;
  return (
    <section className={rowsStyles.group} aria-labelledby={id}>
      <h2 id={id}>
        {person ? <PersonName of={person.name} /> : say(key as Named)}{' '}
        <span className={rowsStyles.count}>({items.length})</span>
      </h2>
      {folded ? (
        <Button className={styles.unfold ?? ''} variant="default" size="compact-sm" onClick={onUnfold}>
          {say('showGroup', { n: items.length })}
        </Button>
      ) : (
        <ul className={rowsStyles.rows}>
          {items.map((item) => (
            <TodayRow key={item.id} item={item} withName={!person} gone={gone.has(item.id)} />
          ))}
        </ul>
      )}
    </section>
  );
}
