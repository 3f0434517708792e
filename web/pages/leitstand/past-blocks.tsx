import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { reads } from '../../api/reads.js';
import { BlockFailed, Loading } from '../../parts/block.js';
import { wayIn } from '../../parts/figures/ways.js';
import { say } from '../../texts/leitstand.js';
import { FlowBlock } from './flow-block.js';
import { HorizonBlock } from './horizon-block.js';
import type { Place } from './place.js';
import { StuckBlock } from './stuck-block.js';
import styles from './leitstand.module.css';

interface PastBlocksProps {
  day: string;
  place: Place;
  asText: boolean;
}

/** The numbers as they were known at the end of a day, as soon as it has been reckoned. They open nothing. */
export function PastBlocks({ day, place, asText }: PastBlocksProps) {
  const [search] = useSearchParams();
  const query = useQuery(reads.past({ ...place, day, by: wayIn(search) }));
  const { data } = query;
  if (query.error && !data) return <BlockFailed error={query.error} retry={() => void query.refetch()} />;
  if (!data) return <Loading lines={8} retry={() => void query.refetch()} />;
  if (!data.figures) return <Progress done={data.done} of={data.of} />;
  const { stuck, horizon, flow } = data.figures;
  const ready = { isPending: false, error: null, refetch: query.refetch };
  return (
    <div className={styles.blocks}>
      <StuckBlock query={{ ...ready, data: stuck }} isPast />
      <HorizonBlock query={{ ...ready, data: horizon }} asText={asText} isPast />
      <FlowBlock query={{ ...ready, data: flow }} asText={asText} isPast />
    </div>
  );
}

function Progress({ done, of }: { done: number; of: number }) {
  return (
    <div className={styles.reckoning}>
      <p role="status">{say('reckoning', { done, of })}</p>
      <progress aria-label={say('reckoningLabel')} value={done} max={Math.max(1, of)} />
    </div>
  );
}
