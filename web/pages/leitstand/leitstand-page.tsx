import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { reads } from '../../api/reads.js';
import { unlessAsked } from '../../parts/figures/address-of-flags.js';
import { wayIn } from '../../parts/figures/ways.js';
import { useToday } from '../../parts/day/use-today.js';
import { useTitle } from '../../parts/use-title.js';
import { say } from '../../texts/leitstand.js';
import { dayInFull } from '../../time/days.js';
import { AsText, isAsText } from './as-text.js';
import { CountedOf } from './counted-of.js';
import { FlowBlock } from './flow-block.js';
import { HorizonBlock } from './horizon-block.js';
import { PlaceFilters } from './place-filters.js';
import { placeIn } from './place.js';
import { StuckBlock } from './stuck-block.js';
import { WorkloadBlock } from './workload-block.js';
import styles from './leitstand.module.css';

/**
 * Who is stuck and why, what the next weeks bring, how journeys move and with whom they lie: numbers that open their
 * lists. What stands beneath a block comes when that is there, so that nothing is pushed down.
 */
export function LeitstandPage() {
  useTitle(say('title'));
  const today = useToday();
  const [search] = useSearchParams();
  const place = placeIn(search);
  const asText = isAsText(search);
  const stuck = useQuery(reads.stuck({ ...unlessAsked, ...place, by: wayIn(search) }));
  const horizon = useQuery(reads.horizon(place));
  const flow = useQuery(reads.flow(place));
  const workload = useQuery(reads.workload(place.commune === undefined ? {} : { commune: place.commune }));
  const isThere = [stuck, horizon, flow].map(({ isPending }) => !isPending);
  const shownUpTo = isThere.includes(false) ? isThere.indexOf(false) : isThere.length;
  return (
    <>
      <div className={styles.head}>
        <h1>{say('title')}</h1>
        <PlaceFilters coaches={workload.data?.coaches ?? []} />
        <div className={styles.ways} data-not-printed>
          <AsText />
          <Button variant="default" onClick={() => window.print()}>
            {say('print')}
          </Button>
        </div>
      </div>
      <p className={styles.asOf}>{say('asOf', { day: dayInFull(today) })}</p>
      <CountedOf place={place} coaches={workload.data?.coaches ?? []} />
      <div className={styles.blocks}>
        <StuckBlock query={stuck} />
        {shownUpTo > 0 && <HorizonBlock query={horizon} asText={asText} />}
        {shownUpTo > 1 && <FlowBlock query={flow} asText={asText} />}
        {shownUpTo > 2 && <WorkloadBlock query={workload} />}
      </div>
    </>
  );
}
