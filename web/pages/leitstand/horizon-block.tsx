import type { HorizonFigures } from '../../../contract/pages/figures.js';
import { Block } from '../../parts/block.js';
import { say } from '../../texts/leitstand.js';
import { HeatMap } from './heat-map.js';
import { HorizonTable } from './horizon-table.js';
import type { Queried } from './queried.js';
import styles from './leitstand.module.css';

interface HorizonBlockProps {
  query: Queried<HorizonFigures>;
  asText: boolean;
  /** Of a past day: its numbers open nothing. */
  isPast?: boolean;
}

/** What the next sixteen weeks bring, by kind of deadline. */
export function HorizonBlock({ query, asText, isPast = false }: HorizonBlockProps) {
  const { data: figures } = query;
  return (
    <Block
      title={say('horizon')}
      lines={8}
      query={query}
      aside={figures && <span className={styles.total}>{say('deadlines', { n: figures.deadlines })}</span>}
    >
      {figures && asText && <HorizonTable figures={figures} isPast={isPast} />}
      {figures && !asText && <HeatMap figures={figures} isPast={isPast} />}
      {!asText && <p className={styles.note}>{say('signs')}</p>}
    </Block>
  );
}
