import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { reads, useMe, useWords } from '../../api/reads.js';
import { BlockFailed, Loading } from '../../parts/block.js';
import { News } from '../../parts/steady/news.js';
import { useSteadyList } from '../../parts/steady/use-steady-list.js';
import { useTitle } from '../../parts/use-title.js';
import { say } from '../../texts/journeys.js';
import { Chips } from './chips.js';
import { FilterBar } from './filter-bar.js';
import { areChanged } from './filters.js';
import { JourneyCards } from './journey-cards.js';
import { JourneyTable } from './journey-table.js';
import styles from './journeys.module.css';
import { useChoices } from './use-choices.js';
import { useWanted, type Wanted } from './use-wanted.js';

/** Everybody whom the reader works with, and whoever else she looks for. */
export function JourneysPage() {
  useTitle(say('title'));
  const wanted = useWanted();
  const query = useQuery(reads.journeys(wanted.query));
  // a row without its words would be drawn twice, and push the others
  const words = useQuery(reads.words(useMe()));
  const colleagues = useQuery(reads.colleagues());
  const { news, show, ...list } = useSteadyList(JSON.stringify(wanted.query), query);
  const rows = words.isPending || colleagues.isPending ? undefined : list.rows;
  const choices = useChoices(query.data ?? [], wanted.filters.coach);
  const isPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const showNews = (): void => {
    show();
    document.querySelector<HTMLElement>('[data-list]')?.focus();
  };
  return (
    <>
      <div className={styles.head}>
        <h1>{say('title')}</h1>
        <Button component={Link} to="/teilnehmende/neu">
          {say('add')}
        </Button>
      </div>
      <FilterBar wanted={wanted} choices={choices} />
      <div className={styles.line}>
        <span role="status">{rows && say('count', { n: rows.filter(({ gone }) => !gone).length })}</span>
        <Chips wanted={wanted} choices={choices} />
        <News n={news} onShow={showNews} />
      </div>
      {query.error && !query.data ? (
        <BlockFailed error={query.error} retry={() => void query.refetch()} />
      ) : rows === undefined ? (
        <Loading lines={12} retry={() => void query.refetch()} />
      ) : rows.length === 0 ? (
        <Nobody wanted={wanted} />
      ) : isPhone ? (
        <JourneyCards rows={rows} />
      ) : (
        <JourneyTable
          rows={rows}
          sort={wanted.sort}
          onSort={wanted.setSort}
          isBusy={query.isPlaceholderData}
        />
      )}
    </>
  );
}

/** Why nobody is shown; the filters above can be taken away. */
function Nobody({ wanted }: { wanted: Wanted }) {
  const me = useMe();
  const words = useWords();
  const { filters, searched } = wanted;
  const communes = me.communes?.map((key) => words.communes[key] ?? key).join(', ');
  return (
    <div className={styles.nobody} data-list tabIndex={-1}>
      <p>{say(searched !== '' ? 'emptySearch' : areChanged(filters, me) ? 'emptyFiltered' : 'empty')}</p>
      {communes !== undefined && <p>{say('emptyRights', { communes })}</p>}
    </div>
  );
}
