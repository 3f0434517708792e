import { Button } from '@mantine/core';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { Link } from 'react-router';
import { reads, useMe, useWords, type Listed } from '../../api/reads.js';
import { BlockFailed, Loading } from '../../parts/block.js';
import { News } from '../../parts/steady/news.js';
import { useSteadyList, type SteadyRow } from '../../parts/steady/use-steady-list.js';
import { useTitle } from '../../parts/use-title.js';
import { say } from '../../texts/journeys.js';
import { Beside } from './beside.js';
import { ExportButton } from './export/export-button.js';
import { FilterBar } from './filter-bar.js';
import { areChanged } from './filters.js';
import { JourneyChips } from './journey-chips.js';
import styles from './journeys.module.css';
import { People } from './people-list.js';
import { useChoices } from './use-choices.js';
import { useSelection } from './use-selection.js';
import { useWanted, type Wanted } from './use-wanted.js';
import { ColumnChoice } from './views/column-choice.js';
import { ViewBar } from './views/view-bar.js';
import { ViewState } from './views/view-state.js';

const nobody: readonly Listed[] = [];

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
  const choices = useChoices(query.data ?? nobody, wanted.filters.coach);
  const showNews = (): void => {
    show();
    document.querySelector<HTMLElement>('[data-list]')?.focus();
  };
  return (
    <>
      <div className={styles.head}>
        <h1>{say('title')}</h1>
        <div className={styles.acts}>
          <ExportButton wanted={wanted} />
          <Button component={Link} to="/teilnehmende/neu">
            {say('add')}
          </Button>
        </div>
      </div>
      <ViewBar wanted={wanted} />
      <FilterBar wanted={wanted} choices={choices} />
      <div className={styles.line}>
        <span role="status">{rows && say('count', { n: rows.filter(({ gone }) => !gone).length })}</span>
        <JourneyChips wanted={wanted} choices={choices} />
        <ViewState wanted={wanted} />
        <News n={news} onShow={showNews} />
        <span className={styles.space} />
        <ColumnChoice wanted={wanted} />
      </div>
      <Chosen wanted={wanted} query={query} rows={rows} />
    </>
  );
}

interface ChosenProps {
  wanted: Wanted;
  query: UseQueryResult<Listed[]>;
  rows: readonly SteadyRow<Listed>[] | undefined;
}

/** The list and who is chosen in it: choosing draws nothing else of the page anew. */
function Chosen({ wanted, query, rows }: ChosenProps) {
  const selection = useSelection(rows);
  return (
    <>
      {query.error && !query.data ? (
        <BlockFailed error={query.error} retry={() => void query.refetch()} />
      ) : rows === undefined ? (
        <Loading lines={12} retry={() => void query.refetch()} />
      ) : rows.length === 0 ? (
        <Nobody wanted={wanted} />
      ) : (
        <People rows={rows} wanted={wanted} selection={selection} isBusy={query.isPlaceholderData} />
      )}
      <Beside wanted={wanted} selection={selection} rows={rows} />
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
