import { useQuery } from '@tanstack/react-query';
import { reads, useMe } from '../../api/reads.js';
import { BlockFailed, Loading } from '../../parts/block.js';
import { useTitle } from '../../parts/use-title.js';
import { say } from '../../texts/post-out.js';
import { FilterBar } from './filter-bar.js';
import { Post } from './post.js';
import { Tabs } from './tabs.js';
import { useWanted } from './use-wanted.js';
import styles from './post-out.module.css';

/** What was and will be written to participants, and what not: tabs by state, each number opens its list. */
export function PostOutPage() {
  useTitle(say('title'));
  const { role } = useMe();
  const wanted = useWanted();
  const query = useQuery(reads.messageFigures(wanted.filters));
  const figures = query.data;
  const current = figures?.tabs.find(({ key }) => key === wanted.tab);
  const seesMessages = role !== 'admin';
  return (
    <div className={styles.page}>
      <h1>{say('title')}</h1>
      <p>{say(seesMessages ? 'intro' : 'introAdmin')}</p>
      {figures ? (
        <Tabs of={figures.tabs} wanted={wanted} areLinks={seesMessages} />
      ) : query.error ? (
        <BlockFailed error={query.error} retry={() => void query.refetch()} />
      ) : (
        <Loading lines={10} retry={() => void query.refetch()} />
      )}
      {seesMessages && current && (
        <>
          <FilterBar wanted={wanted} />
          <Post tab={current} wanted={wanted} />
        </>
      )}
    </div>
  );
}
