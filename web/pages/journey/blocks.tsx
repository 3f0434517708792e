import { DeadlinesBlock } from './deadlines-block.js';
import { Facts } from './facts.js';
import { Head } from './head.js';
import styles from './journey.module.css';
import { MessagesBlock } from './messages-block.js';
import { ModulesBlock } from './modules-block.js';
import { NextBlock } from './next-block.js';
import { usePage } from './page-state.js';
import { PaperBlock } from './paper-block.js';
import { PhasesBlock } from './phases-block.js';
import { StandBar } from './stand-bar.js';
import { TimelineBlock, type EventsQuery } from './timeline-block.js';
import { useAfterFirstLook } from '../../parts/use-after-first-look.js';

/** The page itself: what to do first, the record second. */
export function Blocks({ events }: { events: EventsQuery }) {
  const { stand } = usePage();
  const drawn = useAfterFirstLook();
  return (
    <div className={styles.page} data-past={stand !== undefined || undefined}>
      <Head />
      <StandBar events={events.data ?? []} />
      <Facts />
      <div className={styles.grid}>
        <NextBlock />
        <PaperBlock />
        <div className={styles.wide}>
          <PhasesBlock />
        </div>
        <div className={styles.wide}>
          <ModulesBlock />
        </div>
        <div className={styles.wide}>
          <DeadlinesBlock />
        </div>
        {drawn && (
          <>
            <TimelineBlock query={events} />
            <MessagesBlock />
          </>
        )}
      </div>
    </div>
  );
}
