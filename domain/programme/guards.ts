import { consentSince, mayBeAccompanied } from '../journey/consent.js';
import { currentPaper, lastMilestone } from '../journey/facts.js';
import type { Missing } from '../journey/refusal.js';
import type { JourneyState } from '../journey/state.js';
import { phaseOf } from './phase.js';
import type { Programme, Requirement } from './schema.js';

/** A fact that nobody has recorded is not unmet: a hint, no refusal. */
export type Verdict = 'met' | 'unmet' | 'unknown';

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

/** Met where one of its facts stands; unknown where none does but one could. */
function verdictOf(requirement: Requirement, state: JourneyState, programme: Programme): Verdict {
  const verdicts = requirement.anyOf.map((fact) => factVerdict(fact, state, programme));
  if (verdicts.includes('met')) return 'met';
  return verdicts.includes('unknown') ? 'unknown' : 'unmet';
}

function factVerdict(fact: Requirement['anyOf'][number], state: JourneyState, programme: Programme): Verdict {
  if ('milestone' in fact) {
    const reached = lastMilestone(state, fact.milestone);
    if (!reached) return 'unmet';
    return fact.field === undefined || reached.data[fact.field] === fact.is ? 'met' : 'unmet';
  }
  if ('phaseFrom' in fact) return holds(isFrom(fact.phaseFrom, state, programme));
  if ('consent' in fact) {
    return holds(
      fact.consent === 'case_work'
        ? mayBeAccompanied(state)
        : consentSince(state, fact.consent) !== undefined,
    );
  }
  if ('takenOver' in fact) return holds(state.plain.takenOver !== null);
  if ('employmentNoteNot' in fact) {
    const note = currentPaper(state)?.paper?.employmentNote ?? 'unknown';
    return note === 'unknown' ? 'unknown' : holds(note !== fact.employmentNoteNot);
  }
  if ('schoolCertificateNot' in fact) {
    const obtained =
      lastMilestone(state, 'school_certificate_obtained')?.data['type'] ?? state.case.schoolCertificate;
    return obtained === undefined ? 'unknown' : holds(!fact.schoolCertificateNot.includes(String(obtained)));
  }
  const level = levelOf(state);
  return level === undefined ? 'unknown' : holds(level >= fact.germanLevelFrom);
}

const holds = (is: boolean): Verdict => (is ? 'met' : 'unmet');

function isFrom(phase: string, state: JourneyState, programme: Programme): boolean {
  const order = (key: string): number => programme.phases.findIndex((known) => known.key === key);
  const { key } = phaseOf(state, programme);
  return key !== 'closed' && order(key) >= order(phase);
}

/** A0 to C2 sort as they are; an exam counts above what was said at the entry or assessed. */
function levelOf(state: JourneyState): string | undefined {
  const said = [
    state.case.germanLevel,
    lastMilestone(state, 'needs_assessed')?.data['germanLevel'],
    lastMilestone(state, 'language_exam_passed')?.data['level'],
  ].filter((level): level is string => typeof level === 'string');
  return said.sort().at(-1);
}
