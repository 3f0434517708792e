import { milestonesOf } from '../journey/facts.js';
import type { Missing } from '../journey/refusal.js';
import type { JourneyState } from '../journey/state.js';
import { judgeFact, type Verdict } from './judge-fact.js';
import type { Data } from '../journey/events.js';
import type { Milestone, Requirement } from './schema/milestone.js';
import type { Programme } from './schema/programme.js';

/** What is missing before something may happen, and what merely nobody has recorded yet. */
export interface Guarded {
  missing: Missing[];
  hints: Missing[];
}

/**
 * Judges the requirements of a milestone or module against the facts. Each unmet one is a sentence with the role that
 * can clear it.
 */
export function judge(codes: readonly string[], state: JourneyState, programme: Programme): Guarded {
  const judged = codes.flatMap((code) => {
    const requirement = programme.requirements.find((known) => known.code === code);
    return requirement ? [{ requirement, verdict: verdictOf(requirement, state, programme) }] : [];
  });
  const told = (verdict: Verdict): Missing[] =>
    judged
      .filter((each) => each.verdict === verdict)
      .map(({ requirement: { code, text, who } }) => ({ code, text, who }));
  return { missing: told('unmet'), hints: told('unknown') };
}

/**
 * What recorded facts stand against. Unlike `judge`, a milestone that nobody has recorded is not unmet but unknown: a
 * register tells none.
 */
export const contradicted = (
  codes: readonly string[],
  state: JourneyState,
  programme: Programme,
): Missing[] =>
  judge(codes, state, programme).missing.filter(({ code }) => {
    const facts = programme.requirements.find((known) => known.code === code)?.anyOf ?? [];
    return !facts.some((fact) => 'milestone' in fact && milestonesOf(state, fact.milestone).length === 0);
  });

/** What a milestone requires first, for these values of its fields. */
export const requiredFor = ({ requires, requiresFor }: Milestone, data: Data): string[] => [
  ...requires,
  ...requiresFor
    .filter((each) => each.in.includes(String(data[each.field])))
    .flatMap((each) => each.requires),
];

/** Met where one of its facts stands; unknown where none does but one could. */
function verdictOf({ anyOf }: Requirement, state: JourneyState, programme: Programme): Verdict {
  const verdicts = anyOf.map((fact) => judgeFact(fact, { state, programme }).is);
  if (verdicts.includes('met')) return 'met';
  return verdicts.includes('unknown') ? 'unknown' : 'unmet';
}
