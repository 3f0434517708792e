import { endOfDay } from '../../domain/deadlines/berlin.js';
import { itemsIn } from '../../domain/deadlines/agenda.js';
import { agendaOf, type JourneyState } from '../../domain/journey/state.js';
import type { Bench } from '../acts/bench.js';

/**
 * Whether something is the reader's to see to. A coach sees to everything of the journeys that she sees in full. A
 * coordinator sees to what Lotse tells coordinators of, by the same notices as its mails: what is grave, what lasts,
 * what nobody else can clear; and to everything of a journey that nobody accompanies, as the mails go to her then too.
 */
export function isForReader(about: string, bench: Bench, isNobodys: boolean): boolean {
  if (bench.context.role !== 'coordinator' || isNobodys) return true;
  return isToldToCoordinators(about, bench.state, endOfDay(bench.today));
}

function isToldToCoordinators(about: string, state: JourneyState, until: string): boolean {
  const queued = Object.values(state.plain.notices);
  return (
    queued.some((notice) => notice.about === about && notice.to === 'coordinator') ||
    itemsIn(agendaOf(state)).some(
      ({ act, deadline, to, at }) =>
        act === 'notify' && deadline === about && to === 'coordinator' && at < until,
    )
  );
}
