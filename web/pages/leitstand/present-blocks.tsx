import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { WorkloadFigures } from '../../../contract/pages/figures.js';
import { reads } from '../../api/reads.js';
import { unlessAsked } from '../../parts/figures/address-of-flags.js';
import { wayIn } from '../../parts/figures/ways.js';
import { FlowBlock } from './flow-block.js';
import { HorizonBlock } from './horizon-block.js';
import type { Place } from './place.js';
import type { Queried } from './queried.js';
import { StuckBlock } from './stuck-block.js';
import { WorkloadBlock } from './workload-block.js';
import styles from './leitstand.module.css';

interface PresentBlocksProps {
  place: Place;
  asText: boolean;
  workload: Queried<WorkloadFigures>;
}

/** The numbers of now. What stands beneath a block comes when that is there, so that nothing is pushed down. */
export function PresentBlocks({ place, asText, workload }: PresentBlocksProps) {
  const [search] = useSearchParams();
  const stuck = useQuery(reads.stuck({ ...unlessAsked, ...place, by: wayIn(search) }));
  const horizon = useQuery(reads.horizon(place));
  const flow = useQuery(reads.flow(place));
  const isThere = [stuck, horizon, flow].map(({ isPending }) => !isPending);
  const shownUpTo = isThere.includes(false) ? isThere.indexOf(false) : isThere.length;
  return (
    <div className={styles.blocks}>
      <StuckBlock query={stuck} />
      {shownUpTo > 0 && <HorizonBlock query={horizon} asText={asText} />}
      {shownUpTo > 1 && <FlowBlock query={flow} asText={asText} />}
      {shownUpTo > 2 && <WorkloadBlock query={workload} />}
    </div>
  );
}
