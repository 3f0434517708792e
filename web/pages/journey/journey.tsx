import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { Refused } from '../../api/problem.js';
import { reads, useMe } from '../../api/reads.js';
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
  // what is known now must not stand under an instant of the past, not even for a moment
  const { placeholderData: _, ...past } = reads.journey(id, stand);
  const then = useQuery({ ...past, enabled: isFull && stand !== undefined });
  // asked at once: what is refused of a colleague's case is not shown
  const mayBeFull = now.data === undefined || isFull;
  const acts = useQuery({ ...reads.acts(id), enabled: mayBeFull });
  const events = useQuery({ ...reads.events(id), enabled: mayBeFull });
  const words = useQuery(reads.words(useMe()));
  // what can be done orders what comes next: nothing is shown that would jump a moment later
  const isReady = (acts.data !== undefined || acts.isError) && !words.isPending && !events.isPending;
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
  const fresh = useMemo((): PageState | undefined => {
    const shown = stand === undefined ? journey : then.data;
    if (!isReady || !journey || !shown || !('participant' in shown)) return undefined;
    return {
      journey: shown,
      now: journey,
      acts: acts.data ?? noActs,
      events:
        stand === undefined ? events.data : events.data?.filter(({ recordedAt }) => recordedAt <= stand),
      day: stand === undefined ? today : berlinDay(stand),
      stand,
    };
  }, [isReady, journey, then.data, acts.data, events.data, stand, today]);

  const [last, setLast] = useState<PageState>();
  useEffect(() => {
    if (fresh) setLast(fresh);
  }, [fresh]);
  // the page stays as it was until the other instant is there
  const page = fresh ?? (then.isLoading ? last : undefined);

  const again = (): void => void Promise.all([now.refetch(), acts.refetch()]);
  if (now.data && !('participant' in now.data)) return <Reduced journey={now.data} />;
  if (!page) {
    const error = now.data ? then.error : now.error;
    return (
      <>
        <h1>{say('title')}</h1>
        {!error ? (
          <Loading lines={12} retry={again} />
        ) : now.data ? (
          <NotYetBegun error={error} />
        ) : error instanceof Refused && error.status === 404 ? (
          <p>{common('notFound')}</p>
        ) : (
          <BlockFailed error={error} retry={again} />
        )}
      </>
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
