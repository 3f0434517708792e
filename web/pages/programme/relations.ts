import type { DeadlineRule, Programme } from '../../../contract/pages/programme.js';

/** The deadlines that count from a day which this milestone says. */
export function deadlinesSetOffBy(milestone: string, { anchors, deadlines }: Programme): DeadlineRule[] {
  const own = anchors
    .filter((anchor) => anchor.of === 'milestone' && anchor.milestones.includes(milestone))
    .map(({ key }) => key);
  return deadlines.filter(({ anchor }) => own.includes(anchor));
}

/** The earliest phase that any of these requirements asks for; none where none asks. */
export function phaseAskedFor(
  codes: readonly string[],
  { requirements, phases }: Programme,
): string | undefined {
  const asked = requirements
    .filter(({ code }) => codes.includes(code))
    .flatMap(({ anyOf }) => anyOf.flatMap((fact) => ('phaseFrom' in fact ? [fact.phaseFrom] : [])));
  return phases.find(({ key }) => asked.includes(key))?.key;
}

/** What of the programme belongs to a phase: what leads to it, and what is possible from it on. */
export function contentsOf(phase: string, programme: Programme) {
  const { milestones, modules } = programme;
  return {
    leads: milestones.filter(({ moves }) => moves?.to === phase),
    leadsBack: milestones.filter(({ movesBack }) => movesBack?.to === phase),
    possible: milestones.filter(
      ({ moves, requires }) => !moves && phaseAskedFor(requires, programme) === phase,
    ),
    modules: modules.filter(({ requires }) => phaseAskedFor(requires, programme) === phase),
  };
}

/** What belongs to no phase in particular. */
export function atAnyTime(programme: Programme) {
  const { milestones, modules } = programme;
  return {
    milestones: milestones.filter(
      ({ moves, requires }) => !moves && phaseAskedFor(requires, programme) === undefined,
    ),
    modules: modules.filter(({ requires }) => phaseAskedFor(requires, programme) === undefined),
  };
}
