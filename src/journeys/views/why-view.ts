import type { Why } from '../../../contract/journeys/event.js';
import { missingForReminders } from '../../../domain/journey/consent.js';
import { deadlinesIn } from '../../../domain/deadlines/agenda.js';
import { agendaOf, type JourneyState } from '../../../domain/journey/state.js';
import { nextSteps } from '../../../domain/programme/next-steps.js';
import type { Programme } from '../../../domain/programme/schema/programme.js';
import { flagsOf } from '../../../domain/stuck/flags.js';
import type { Language } from './language.js';
import { missingIn } from './missing.js';
import { taskTitles } from './task-view.js';
import type { ViewContext } from './view-context.js';

/** What lies ahead and from which event it follows; and what does not happen because something is missing. */
export function whyOf(state: JourneyState, context: ViewContext): Why {
  const { programme, language } = context;
  const reasons = reasonsOf(state, context);
  const acts = [state.case.agenda, state.status.agenda].flatMap(({ items }) =>
    Object.values(items).flatMap(({ at, act, rule, deadline, held }) => {
      // it does not come by itself
      if (held === 'held_back') return [];
      const because = reasons.get(deadline);
      const { programmeVersion } = state.plain;
      const title = titleOf(programme, rule, language);
      return because === undefined ? [] : [{ at, act, because, rule, title, programmeVersion }];
    }),
  );
  const steps = nextSteps(state, programme).map((step) => ({
    what: 'module' in step ? step.module : step.milestone,
    missing: missingIn(language, step.missing),
  }));
  const forReminders = state.plain.open ? missingForReminders(state) : [];
  const reminders = { what: 'reminders', missing: missingIn(language, forReminders) };
  return {
    acts: acts.sort((a, b) => (a.at < b.at ? -1 : 1)),
    notYet: [reminders, ...steps].filter(({ missing }) => missing.length > 0),
  };
}

/** The event from which each deadline, flag and placement follows, by its id. */
function reasonsOf(state: JourneyState, { planning }: ViewContext): Map<string, string> {
  const { plain } = state;
  const deadlines = deadlinesIn(agendaOf(state));
  return new Map([
    ...deadlines.map(({ id, because }) => [id, because] as const),
    ...flagsOf(state, planning, deadlines).map(({ id, because }) => [id, because] as const),
    ...plain.tasks.map(({ id, because }) => [id, because] as const),
    ...plain.milestones.map(({ id, event }) => [id, event] as const),
  ]);
}

function titleOf({ deadlines, stuck }: Programme, rule: string, language: Language): string {
  const titles = [
    ...deadlines.map(({ key, title }) => [key, title] as const),
    ...stuck.map(({ key, title }) => [key, title] as const),
    ...Object.entries(taskTitles),
  ];
  const title = titles.find(([key]) => key === rule)?.[1] ?? followUp;
  return title[language];
}

/** The one act that follows from no rule of the programme and from no task. */
const followUp = { de: 'Nachbetreuung beginnt', en: 'Follow-up begins' };
