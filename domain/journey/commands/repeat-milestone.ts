import { consentSince } from '../consent.js';
import { milestonesOf } from '../facts.js';
import type { Milestone } from '../../programme/schema/milestone.js';
import type { Programme } from '../../programme/schema/programme.js';
import type { Data } from '../events.js';
import { Refusal, type Missing } from '../refusal.js';
import type { JourneyState } from '../state.js';
import type { DecisionContext } from './context.js';
import type { ReachMilestone } from './reach-milestone.js';

type Repeats = Milestone['repeats'];

/**
 * Whether just this stands already: the same milestone on the same day with the same data. Where a coordinator may
 * decide anew only the last decision stands.
 */
export function isSaidAlready(repeats: Repeats, command: ReachMilestone, state: JourneyState): boolean {
  const { milestone, on, data } = command;
  const before = milestonesOf(state, milestone);
  const standing = repeats === 'by_coordinator' ? before.slice(-1) : before;
  const isSaid = standing.some((known) => known.on === on && sameData(known.data, data));
  return isSaid && stillHolds(state, command);
}

/** Refuses a further one of a milestone where none may follow, and says how one could. */
export function refuseRepetition(
  repeats: Repeats,
  command: ReachMilestone,
  state: JourneyState,
  context: DecisionContext,
): void {
  if (repeats === 'always' || milestonesOf(state, command.milestone).length === 0) return;
  if (mayRepeat(repeats, command, state, context)) return;
  const sentence = 'This milestone was reached before, with other details.';
  throw new Refusal('already-reached', sentence, [wayOut(repeats, context.programme)]);
}

function mayRepeat(
  repeats: Exclude<Repeats, 'always'>,
  { milestone, data }: ReachMilestone,
  state: JourneyState,
  { actor }: DecisionContext,
): boolean {
  if (typeof repeats === 'object') {
    const recorded = milestonesOf(state).map(({ milestone: key }) => key);
    return recorded.lastIndexOf(repeats.after) > recorded.lastIndexOf(milestone);
  }
  switch (repeats) {
    case 'never':
      return false;
    case 'reassessment':
      return data['reassessment'] === true;
    case 'other_kind':
      return milestonesOf(state, milestone).every((known) => known.data['kind'] !== data['kind']);
    case 'by_coordinator':
      return actor.role === 'coordinator';
  }
}

const withdrawal: Missing = {
  code: 'withdrawal',
  text: {
    de: 'Der frühere Eintrag muss zuerst zurückgenommen werden.',
    en: 'The earlier record has to be withdrawn first.',
  },
  who: 'coach',
};

/** What has to be recorded first stands in the programme, with its title. */
function wayOut(repeats: Exclude<Repeats, 'always'>, { milestones }: Programme): Missing {
  if (typeof repeats !== 'object') return waysOut[repeats];
  const { de, en } = milestones.find(({ key }) => key === repeats.after)?.title ?? {
    de: repeats.after,
    en: repeats.after,
  };
  return {
    code: repeats.after,
    text: {
      de: `Zuerst muss erfasst werden: ${de}; oder der frühere Eintrag wird zurückgenommen.`,
      en: `This has to be recorded first: ${en}; or the earlier record is withdrawn.`,
    },
    who: 'coach',
  };
}

const waysOut: Record<Exclude<Repeats, 'always' | object>, Missing> = {
  never: withdrawal,
  other_kind: withdrawal,
  reassessment: {
    code: 'reassessment',
    text: {
      de: 'Eine weitere wird als erneute Erhebung erfasst.',
      en: 'A further one is recorded as a reassessment.',
    },
    who: 'coach',
  },
  by_coordinator: {
    code: 'coordinator',
    text: {
      de: 'Ein anderes Ergebnis kann nur die Koordination erfassen.',
      en: 'Only a coordinator can record another result.',
    },
    who: 'coordinator',
  },
};

/** A consent that was withdrawn is given again by saying the same. */
function stillHolds(state: JourneyState, { milestone, data: { purposes } }: ReachMilestone): boolean {
  if (milestone !== 'consent_given' || !Array.isArray(purposes)) return true;
  return (['case_work', 'reminders', 'provider'] as const)
    .filter((purpose) => purposes.includes(purpose))
    .every((purpose) => consentSince(state, purpose) !== undefined);
}

const sameData = (a: Data, b: Data): boolean => canonical(a) === canonical(b);

const canonical = (data: Data): string =>
  JSON.stringify(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)));
