import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { Refused } from '../../api/problem.js';
import { reads } from '../../api/reads.js';
import { BlockFailed, Loading } from '../../parts/block.js';
import { useToday } from '../../parts/day/use-today.js';
import { useThisPerson } from '../../shell/palette/person-on-page.js';
import { say as common } from '../../texts/common.js';
import { say } from '../../texts/journey.js';
import { berlinDay } from '../../time/days.js';
import { ActingPlace } from './acting.js';
import { Blocks } from './blocks.js';
import { PageContext, useAddress, type PageState } from './page-state.js';
import { Reduced } from './reduced.js';
import { readStand } from './stand.js';
import { NotYetBegun } from './stand-bar.js';

const noActs = { possible: [], notYet: [] };

export function JourneyById({ id }: { id: string }) {
  const today = useToday();
  const stand = readStand(useAddress('stand')[0]);
  const now = useQuery(reads.journey(id));
  const journey = now.data && 'participant' in now.data ? now.data : undefined;
  const isFull = journey !== undefined;
  const then = useQuery({ ...reads.journey(id, stand), enabled: isFull && stand !== undefined });
  const acts = useQuery({ ...reads.acts(id), enabled: isFull });
  const events = useQuery({ ...reads.events(id), enabled: isFull });
  const { givenName, familyName } = journey?.participant ?? {};
  const { externalId } = now.data ?? {};
  const person = useMemo(
    () =>
      isFull
        ? {
            id,
            ...(externalId !== undefined && { externalId }),
            name: {
              ...(givenName !== undefined && { givenName }),
              ...(familyName !== undefined && { familyName }),
            },
          }
        : undefined,
    [isFull, id, externalId, givenName, familyName],
  );
  useThisPerson(person);
  const page = useMemo((): PageState | undefined => {
    const shown = stand === undefined ? journey : then.data;
    if (!journey || !shown || !('participant' in shown)) return undefined;
    return {
      journey: shown,
      now: journey,
      acts: acts.data ?? noActs,
      events:
        stand === undefined ? events.data : events.data?.filter(({ recordedAt }) => recordedAt <= stand),
      day: stand === undefined ? today : berlinDay(stand),
      stand,
    };
  }, [journey, then.data, acts.data, events.data, stand, today]);

  if (!now.data) {
    if (!now.error)
      return (
        <Unnamed>
          <Loading lines={12} retry={() => void now.refetch()} />
        </Unnamed>
      );
    return (
      <Unnamed>
        {now.error instanceof Refused && now.error.status === 404 ? (
          <p>{common('notFound')}</p>
        ) : (
          <BlockFailed error={now.error} retry={() => void now.refetch()} />
        )}
      </Unnamed>
    );
  }
  if (!('participant' in now.data)) return <Reduced journey={now.data} />;
  if (!page) {
    return (
      <Unnamed>
        {then.error ? (
          <NotYetBegun error={then.error} />
        ) : (
          <Loading lines={12} retry={() => void then.refetch()} />
        )}
      </Unnamed>
    );
  }
  return (
    <PageContext value={page}>
      <ActingPlace>
        <Blocks events={events} />
      </ActingPlace>
    </PageContext>
  );
}

/** As long as nobody is shown. */
function Unnamed({ children }: { children: ReactNode }) {
  return (
    <>
      <h1>{say('title')}</h1>
      {children}
    </>
  );
}
