import type { Act } from '../../../contract/pages/act.js';
import type { ProgrammeWords } from '../../../contract/pages/words.js';

/** The act that clears what is missing, as the programme says what meets it; none where nothing can be recorded for it now. */
export function actThatClears(
  code: string,
  requirements: ProgrammeWords['requirements'],
  possible: readonly Act[],
): Act | undefined {
  const facts = requirements.find((each) => each.code === code)?.anyOf ?? [];
  for (const fact of facts) {
    const key =
      'milestone' in fact
        ? `milestone.${fact.milestone}`
        : 'consent' in fact
          ? 'milestone.consent_given'
          : undefined;
    const act = possible.find(
      (each) => key !== undefined && (each.key === key || each.key.startsWith(`${key}.`)),
    );
    if (act) return act;
  }
  return undefined;
}
