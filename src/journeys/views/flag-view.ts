import type { Flag } from '../../../contract/journeys/attention.js';
import type { PlanContext } from '../../../domain/deadlines/plan-context.js';
import { deadlinesIn } from '../../../domain/deadlines/agenda.js';
import { perVersionAnd } from '../../../domain/journey/per-version.js';
import { agendaOf, flagRule, type JourneyState } from '../../../domain/journey/state.js';
import { flagsOf } from '../../../domain/stuck/flags.js';
import type { Language } from './language.js';
import { engineFlags } from '../../programmes/words/state-words.js';
import { journeyRefOf, type ViewContext } from './view-context.js';

/** The raised flags of a journey, the gravest and oldest first; one whose rule was erased is left out. */
export function flagViews(state: JourneyState, { programme, planning, language }: ViewContext): Flag[] {
  if (state.plain.flags.length === 0) return []; // as in most journeys: nothing has to be reckoned
  const journey = journeyRefOf(state);
  const because = reasonsOf(state, planning);
  return state.plain.flags
    .flatMap(({ id, severity, since, because: recorded, snoozedUntil, remindedAt }): Flag[] => {
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
          because: because.get(id) ?? recorded,
          suggestion: suggestion[language],
          ...(snoozedUntil !== undefined && { snoozedUntil }),
          ...(remindedAt !== undefined && { remindedAt }),
          journey,
        },
      ];
    })
    .sort((a, b) => b.severity - a.severity || (a.since < b.since ? -1 : 1));
}

type Reasons = ReadonlyMap<string, string>;
/** By the rules and settings that they follow from. */
const reasons = perVersionAnd<string, Reasons>();

/** Why each flag stands that the facts lead to. Lists show the same journeys over and over. */
const reasonsOf = (state: JourneyState, planning: PlanContext): Reasons =>
  reasons(state, planning.stamp, () => {
    const planned = flagsOf(state, planning, deadlinesIn(agendaOf(state)));
    return new Map(planned.map(({ id, because }) => [id, because]));
  });

/** `planning_failed` is the engine's own flag, not the programme's. */
const ofTheEngine: { title: Record<Language, string>; suggestion: Record<Language, string> } = {
  title: engineFlags.planning_failed,
  suggestion: {
    de: 'Was fällig ist, konnte nicht ausgeführt werden. Bitte die Technik verständigen.',
    en: 'What is due could not be carried out. Please tell the technicians.',
  },
};
