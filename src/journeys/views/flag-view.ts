import type { Flag } from '../../../contract/journeys/attention.js';
import { deadlinesIn } from '../../../domain/deadlines/agenda.js';
import { agendaOf, flagRule, type JourneyState } from '../../../domain/journey/state.js';
import { flagsOf } from '../../../domain/stuck/flags.js';
import type { Language } from './language.js';
import { engineFlags } from '../../programmes/words/state-words.js';
import { journeyRefOf, type ViewContext } from './view-context.js';

/** The raised flags of a journey, the gravest and oldest first; one whose rule was erased is left out. */
export function flagViews(state: JourneyState, { programme, planning, language }: ViewContext): Flag[] {
  if (state.plain.flags.length === 0) return []; // as in most journeys: nothing has to be reckoned
  const journey = journeyRefOf(state);
  const reasons = new Map(
    flagsOf(state, planning, deadlinesIn(agendaOf(state))).map(({ id, because }) => [id, because]),
  );
  return state.plain.flags
    .flatMap(({ id, severity, since, because, snoozedUntil }): Flag[] => {
      const rule = flagRule(state, id);
      if (rule === undefined) return [];
      const { title, suggestion } = programme.stuck.find(({ key }) => key === rule) ?? ofTheEngine;
      return [
        {
          id,
          rule,
          title: title[language],
          severity,
          since,
          because: reasons.get(id) ?? because,
          suggestion: suggestion[language],
          ...(snoozedUntil !== undefined && { snoozedUntil }),
          journey,
        },
      ];
    })
    .sort((a, b) => b.severity - a.severity || (a.since < b.since ? -1 : 1));
}

/** `planning_failed` is the engine's own flag, not the programme's. */
const ofTheEngine: { title: Record<Language, string>; suggestion: Record<Language, string> } = {
  title: engineFlags.planning_failed,
  suggestion: {
    de: 'Was fällig ist, konnte nicht ausgeführt werden. Bitte die Technik verständigen.',
    en: 'What is due could not be carried out. Please tell the technicians.',
  },
};
