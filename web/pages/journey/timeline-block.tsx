import { Button, NativeSelect } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { EventView } from '../../../contract/journeys/event.js';
import { Block } from '../../parts/block.js';
import { Choice } from '../../parts/choice.js';
import { say } from '../../texts/journey.js';
import { dayAsHeading } from '../../time/days.js';
import { OtherToday } from './differs.js';
import { useAddress, usePage } from './page-state.js';
import { TimelineEntry } from './timeline-entry.js';
import styles from './timeline.module.css';
import { daysOf, entriesOf, kinds, shownOf, type Clock } from './timeline.js';

export interface EventsQuery {
  isPending: boolean;
  error: unknown;
  refetch: () => unknown;
  data?: EventView[] | undefined;
}

const atOnce = 30;

/** Everything that has happened, in words, by day; by the day on which it happened or on which it was recorded. */
export function TimelineBlock({ query }: { query: EventsQuery }) {
  const { events, day, stand } = usePage();
  const [art, setArt] = useAddress('art');
  const [uhr, setUhr] = useAddress('uhr');
  const [eintrag] = useAddress('eintrag');
  const [many, setMany] = useState(atOnce);
  const kind = kinds.find((each) => each === art);
  const clock: Clock = uhr === 'geschehen' ? 'occurred' : 'recorded';
  const entries = useMemo(() => entriesOf(events ?? []), [events]);
  const all = useMemo(() => shownOf(entries, kind, clock), [entries, kind, clock]);
  const wanted = all.findIndex(({ event, plans }) => [event, ...plans].some(({ id }) => id === eintrag));
  const shown = all.slice(0, Math.max(many, wanted + 1));
  const isFiltered = eintrag !== null && wanted === -1 && kind !== undefined;
  useEffect(() => {
    // an entry that somebody wants to see is not hidden by a filter
    if (isFiltered) setArt(undefined);
  }, [isFiltered, setArt]);
  return (
    <Block
      title={say('timelineTitle')}
      lines={10}
      query={query}
      aside={stand !== undefined && query.data?.length !== events?.length && <OtherToday />}
    >
      <div className={styles.filters}>
        <NativeSelect
          size="xs"
          aria-label={say('timelineKind')}
          value={kind ?? ''}
          onChange={({ currentTarget }) => setArt(currentTarget.value || undefined)}
          data={[
            { value: '', label: say('kind_all') },
            ...kinds.map((value) => ({ value, label: say(`kind_${value}`) })),
          ]}
        />
        <Choice
          label={say('orderedBy')}
          value={clock}
          onChange={(value) => setUhr(value === 'occurred' ? 'geschehen' : undefined)}
          options={[
            { value: 'occurred', label: say('occurred') },
            { value: 'recorded', label: say('recorded') },
          ]}
        />
      </div>
      {all.length === 0 && <p>{say('timelineNone')}</p>}
      {daysOf(shown, clock).map(({ day: of, entries: ofDay }) => (
        <div key={of}>
          <h3 className={styles.day}>{dayAsHeading(of, day)}</h3>
          <ol className={styles.entries}>
            {ofDay.map((entry) => (
              <TimelineEntry key={entry.event.id} entry={entry} entries={entries} clock={clock} />
            ))}
          </ol>
        </div>
      ))}
      {all.length > shown.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setMany(shown.length + atOnce)}>
          {say('older', { n: all.length - shown.length })}
        </Button>
      )}
    </Block>
  );
}
