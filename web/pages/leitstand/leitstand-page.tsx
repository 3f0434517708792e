import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { reads } from '../../api/reads.js';
import { useToday } from '../../parts/day/use-today.js';
import { useTitle } from '../../parts/use-title.js';
import { saidNow, withFilter } from '../../parts/with-filter.js';
import { say } from '../../texts/leitstand.js';
import { dayInFull } from '../../time/days.js';
import { AsText, isAsText } from './as-text.js';
import { CountedOf } from './counted-of.js';
import { PastBlocks } from './past-blocks.js';
import { PlaceFilters } from './place-filters.js';
import { placeIn } from './place.js';
import { PresentBlocks } from './present-blocks.js';
import { StandField } from './stand-field.js';
import { standIn } from './stand.js';
import styles from './leitstand.module.css';

/**
 * Who is stuck and why, what the next weeks bring, how journeys move and with whom they lie: numbers that open their
 * lists; or the same of a past day, as it was known then.
 */
export function LeitstandPage() {
  useTitle(say('title'));
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const place = placeIn(search);
  const asText = isAsText(search);
  const stand = standIn(search, today);
  const workload = useQuery(reads.workload(place.commune === undefined ? {} : { commune: place.commune }));
  const travel = (day?: string): void => setSearch(withFilter(saidNow(), 'stand', day));
  return (
    <>
      <div className={styles.head}>
        <h1>{say('title')}</h1>
        <PlaceFilters coaches={workload.data?.coaches ?? []} />
        <StandField key={stand} stand={stand} onTravel={travel} />
        <div className={styles.ways} data-not-printed>
          <AsText />
          <Button variant="default" onClick={() => window.print()}>
            {say('print')}
          </Button>
        </div>
      </div>
      {stand === undefined ? (
        <p className={styles.asOf}>{say('asOf', { day: dayInFull(today) })}</p>
      ) : (
        <div className={styles.past}>
          <p role="status">
            <strong>{say('pastAsOf', { day: dayInFull(stand) })}</strong> {say('pastNote')}
          </p>
          <Button size="compact-sm" data-not-printed onClick={() => travel()}>
            {say('backToNow')}
          </Button>
        </div>
      )}
      <CountedOf place={place} coaches={workload.data?.coaches ?? []} />
      {stand === undefined ? (
        <PresentBlocks place={place} asText={asText} workload={workload} />
      ) : (
        <PastBlocks day={stand} place={place} asText={asText} />
      )}
    </>
  );
}
