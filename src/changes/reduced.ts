import { fold } from '../../domain/journey/evolve.js';
import type { JourneyState } from '../../domain/journey/state.js';
import { phaseOf } from '../../domain/programme/phase.js';
import { loadEvents } from '../journeys/loaded-journey.js';
import { journeyRefOf } from '../journeys/views/view-context.js';
import type { Platform } from '../platform.js';
import type { LooksDifferent } from './told.js';

/**
 * Compares what a coach sees of a colleague's journey at two versions, each pair once: many may listen. What can't be
 * read just now counts as different: telling too much there is an id.
 */
export function comparingReduced({
  sql,
  secrets,
  programmes,
}: Pick<Platform, 'sql' | 'secrets' | 'programmes'>): LooksDifferent {
  const compared = new Map<string, Promise<boolean>>();

  /** What is in the reduced view, as a text; the coach stands for her address. */
  const seen = (state: JourneyState): string => {
    const { programme, commune, coach } = state.plain;
    const phase = phaseOf(state, programmes.of(programme)).key;
    return JSON.stringify([journeyRefOf(state), phase, commune, coach]);
  };
  const compare = async (journey: string, before: number, after: number): Promise<boolean> => {
    if (before === 0) return true; // it was not there yet
    const { events } = await loadEvents(sql, secrets.wrapping, journey, after);
    const earlier = events.filter(({ version }) => version <= before);
    return seen(fold(journey, earlier)) !== seen(fold(journey, events));
  };
  return (journey, before, after) => {
    const name = `${journey} ${before} ${after}`;
    const known = compared.get(name) ?? compare(journey, before, after).catch(() => true);
    compared.set(name, known);
    return known;
  };
}
