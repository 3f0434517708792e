import { Alert, Button, TextInput } from '@mantine/core';
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import IconHistory from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs';
import { useEffect, useState } from 'react';
import type { EventView } from '../../../contract/journeys/event.js';
import { Refused } from '../../api/problem.js';
import { BlockFailed } from '../../parts/block.js';
import { isBusyElsewhere } from '../../shell/global-keys.js';
import { say } from '../../texts/journey.js';
import { instantInFull } from '../../time/days.js';
import { useAddress, usePage } from './page-state.js';
import styles from './stand.module.css';
import { instantInBerlin, stopAfter, stopBefore, stopsOf, wallInBerlin } from './stand.js';

/** Leads back to what was known at an instant, and forth again. */
export function StandBar({ events }: { events: readonly EventView[] }) {
  const { stand } = usePage();
  const [, travel] = useAddress('stand');
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    if (stand === undefined) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || isBusyElsewhere(event)) return;
      travel(undefined);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [stand, travel]);
  const stops = stopsOf(events);
  const before = stopBefore(stops, stand);
  return (
    <div className={styles.place} data-past={stand !== undefined || undefined}>
      <p className={styles.banner} role="status">
        {stand !== undefined && (
          <>
            <IconHistory size={18} aria-hidden /> {say('asOf', { date: instantInFull(stand) })}
          </>
        )}
      </p>
      <div className={styles.controls}>
        {stand === undefined && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconHistory size={18} aria-hidden />}
            aria-expanded={asking}
            onClick={() => setAsking(!asking)}
          >
            {say('standNow')}
          </Button>
        )}
        {(stand !== undefined || asking) && (
          <>
            <StandField key={stand ?? 'now'} stand={stand} onTravel={travel} />
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconChevronLeft size={16} aria-hidden />}
              disabled={before === undefined}
              onClick={() => travel(before)}
            >
              {say('eventBefore')}
            </Button>
          </>
        )}
        {stand !== undefined && (
          <>
            <Button
              variant="default"
              size="compact-sm"
              rightSection={<IconChevronRight size={16} aria-hidden />}
              onClick={() => travel(stopAfter(stops, stand))}
            >
              {say('eventAfter')}
            </Button>
            <Button size="compact-sm" onClick={() => travel(undefined)} aria-keyshortcuts="Escape">
              {say('backToNow')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

function StandField({
  stand,
  onTravel,
}: {
  stand: string | undefined;
  onTravel: (stand: string | undefined) => void;
}) {
  const [wall, setWall] = useState(stand === undefined ? '' : wallInBerlin(stand));
  return (
    <form
      className={styles.field}
      onSubmit={(event) => {
        event.preventDefault();
        const instant = instantInBerlin(wall);
        if (instant !== undefined) onTravel(instant);
      }}
    >
      <TextInput
        type="datetime-local"
        size="xs"
        aria-label={say('standField')}
        value={wall}
        onChange={({ currentTarget }) => setWall(currentTarget.value)}
      />
      <Button type="submit" variant="default" size="compact-sm">
        {say('showStand')}
      </Button>
    </form>
  );
}

/** The instant lies before anything was recorded; or the past could not be read. */
export function NotYetBegun({ error }: { error: unknown }) {
  const [stand, travel] = useAddress('stand');
  const isBefore = error instanceof Refused && error.status === 404;
  const back = (): void => travel(undefined);
  return (
    <>
      {isBefore ? (
        <Alert color="gray">{say('beforeBeginning', { date: instantInFull(stand ?? '') })}</Alert>
      ) : (
        <BlockFailed error={error} retry={back} />
      )}
      <Button mt="md" onClick={back} autoFocus>
        {say('backToNow')}
      </Button>
    </>
  );
}
