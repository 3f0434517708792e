import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { reads, useMe } from '../../api/reads.js';
import { BlockFailed, Loading } from '../../parts/block.js';
import { Choice } from '../../parts/choice.js';
import { News } from '../../parts/steady/news.js';
import { useTitle } from '../../parts/use-title.js';
import { say } from '../../texts/today.js';
import { dayInWords } from '../../time/days.js';
import { Done } from './done.js';
import { byPerson, byTime, foldedOf } from './groups.js';
import { Nothing } from './nothing.js';
import { TodayGroup } from './today-group.js';
import styles from './today.module.css';
import { useRowKeys } from '../../parts/rows/use-row-keys.js';
import { useSteadyToday } from './use-steady-today.js';

/** What is to be done today, the next act first. */
export function TodayPage() {
  useTitle(say('title'));
  const me = useMe();
  const query = useQuery(reads.today());
  const [search, setSearch] = useSearchParams();
  const grouping = search.get('gruppe') === 'person' ? 'person' : 'zeit';
  const steady = useSteadyToday(query.data, grouping);
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(
    () => (steady.today ? (grouping === 'person' ? byPerson(steady.today) : byTime(steady.today)) : []),
    [steady.today, grouping],
  );
  const folded = useMemo(() => foldedOf(shown), [shown]);
  const { today, news } = steady;

  return (
    <>
      <div className={styles.head}>
        <h1>{say('heading', { day: dayInWords(me.today) })}</h1>
        <p>{today && say('counts', { left: today.left, done: today.done.length })}</p>
        <div className={styles.grouping}>
          <Choice
            label={say('grouped')}
            value={grouping}
            onChange={(value) => setSearch(value === 'person' ? { gruppe: 'person' } : {}, { replace: true })}
            options={[
              { value: 'zeit', label: say('byTime') },
              { value: 'person', label: say('byPerson') },
            ]}
          />
        </div>
      </div>
      <News n={news} onShow={steady.showNews} />
      {!today && query.error && <BlockFailed error={query.error} retry={() => void query.refetch()} />}
      {!today && !query.error && <Loading lines={8} retry={() => void query.refetch()} />}
      {today && today.left === 0 && <Nothing next={today.next} />}
      <div ref={list}>
        {shown.map((group) => (
          <TodayGroup
            key={group.key}
            group={group}
            folded={folded.has(group.key) && !opened.has(group.key)}
            onUnfold={() => setOpened(new Set([...opened, group.key]))}
            gone={steady.gone}
          />
        ))}
      </div>
      {today && <Done of={today.done} />}
      <p className={styles.keys}>{say('keys')}</p>
    </>
  );
}
