import type { Journey } from '../../../contract/journeys/journey.js';
import type { Day } from '../../time/days.js';

/** A phase on the way. `skipped`: the journey ended without it. */
export interface PhaseStep {
  key: string;
  title: string;
  state: 'reached' | 'now' | 'ahead' | 'skipped';
  since?: Day;
}

/** Which milestone leads to which phase, as the programme says it. */
export type Moves = Readonly<Record<string, string>>;

/** The phases in the programme's order; a day where a milestone that stands, or the journey itself, says it. */
export function phaseSteps(
  phases: readonly { key: string; title: string }[],
  { phase, phaseSince, milestones, open }: Pick<Journey, 'phase' | 'phaseSince' | 'milestones' | 'open'>,
  moves: Moves,
  openedOn: Day | undefined,
): PhaseStep[] {
  const now = phases.findIndex(({ key }) => key === phase);
  const first = phases[0]?.key;
  const known = phases.map(({ key, title }) => {
    const led = milestones
      .filter(({ milestone, withdrawn }) => !withdrawn && moves[milestone] === key)
      .flatMap(({ on }) => on ?? [])
      .sort();
    const since = key === phase ? phaseSince : (led[0] ?? (key === first ? openedOn : undefined));
    return { key, title, ...(since !== undefined && { since }) };
  });
  // nobody comes to a phase without those before it; at the end of a journey only those count that were come to
  const last = open ? now : known.findLastIndex(({ since }, at) => at < now && since !== undefined);
  return known.map((step, at) => ({
    ...step,
    state: at === now ? 'now' : at <= last ? 'reached' : at > now ? 'ahead' : 'skipped',
  }));
}
