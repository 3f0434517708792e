import type { Day } from '../days.js';
import { byDay, type Known } from './known.js';

export interface Phase {
  key: string;
  since: Day;
  /** The placement that led there. */
  placement?: number;
}

const order = ['contacted', 'intake', 'eligible', 'assessed', 'planned', 'in_support', 'placed', 'follow_up'];
const leadsTo: Record<string, string> = {
  consent_given: 'intake',
  eligibility_checked: 'eligible',
  needs_assessed: 'assessed',
  plan_agreed: 'planned',
  training_started: 'placed',
  job_started: 'placed',
  school_started: 'placed',
  probation_passed: 'follow_up',
};

/** The phase: acts in the order of their days lead on, never back, but for the loss of a placement. */
export const phaseOf = (known: Known): Phase => known.once('phase', () => phaseFrom(known));

function phaseFrom(known: Known): Phase {
  let phase: Phase = { key: 'contacted', since: known.opening.contactOn ?? known.opening.at.slice(0, 10) };
  const goTo = (key: string, since: Day, placement?: number): void => {
    phase = { key, since, ...(placement !== undefined && { placement }) };
  };
  const given = known.consentsGiven.map(({ nth, on }) => ({ nth, on, milestone: 'consent_given' }));
  const acts = [...given, ...known.milestones()].sort(byDay);
  for (const { nth, on, milestone } of acts) {
    followUpBefore(on);
    const to = leadsTo[milestone];
    if (milestone === 'placement_lost') {
      if (order.indexOf(phase.key) > order.indexOf('in_support')) goTo('in_support', on);
    } else if (to !== undefined && order.indexOf(to) > order.indexOf(phase.key)) {
      goTo(to, on, to === 'placed' ? nth : undefined);
    }
    const supported = known.supportedSince;
    if (phase.key === 'planned' && supported !== undefined)
      goTo('in_support', supported > phase.since ? supported : phase.since);
  }
  followUpBefore('9');
  return phase;

  function followUpBefore(day: Day): void {
    const { placement } = phase;
    const followUp = known.followUps.find((each) => each.placement === placement && each.on <= day);
    if (phase.key === 'placed' && followUp) goTo('follow_up', followUp.on);
  }
}
