import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { reads } from '../../api/reads.js';
import { Block } from '../../parts/block.js';
import { addressOfCell } from '../../parts/figures/address-of-flags.js';
import { StuckTable } from '../../parts/figures/stuck-table.js';
import { WayChoice } from '../../parts/figures/way-choice.js';
import { wayIn } from '../../parts/figures/ways.js';
import { say } from '../../texts/attention.js';
import type { Filters } from './filters.js';
import styles from './attention.module.css';

interface FiguresProps {
  filters: Filters;
  /** They are there, or it is known that they are not to be had. */
  onThere: () => void;
}

/** How many flags there are, by reason, commune or coach. Every number opens its list, and both say the same. */
export function Figures({ filters, onThere }: FiguresProps) {
  const [search] = useSearchParams();
  const by = wayIn(search);
  // the columns are severities: every one is counted
  const { severity: _, ...counted } = filters;
  const query = useQuery(reads.stuck({ ...counted, by }));
  const figures = query.data;
  const isThere = !query.isPending;
  useEffect(() => {
    if (isThere) onThere();
  }, [isThere, onThere]);
  return (
    <Block
      title={figures ? say('summary', { flags: figures.flags, journeys: figures.journeys }) : say('heading')}
      lines={6}
      query={query}
      aside={
        <div className={styles.by}>
          <WayChoice />
        </div>
      }
    >
      {figures && (
        <StuckTable
          figures={figures}
          by={by}
          addressOf={(of) => `?${addressOfCell(of, search.get('nach')).toString()}`}
        />
      )}
    </Block>
  );
}
