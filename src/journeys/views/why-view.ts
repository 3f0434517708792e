import type { Why } from '../../../contract/journeys/event.js';
import { missingForReminders } from '../../../domain/journey/consent.js';
import type { JourneyState } from '../../../domain/journey/state.js';
import { nextSteps } from './next-steps.js';
import type { ViewContext } from './view-context.js';

/** What lies ahead and from which event it follows; and what does not happen because something is missing. */
export function whyOf(state: JourneyState, { programme }: ViewContext): Why {
  const acts = [state.case.agenda, state.status.agenda].flatMap(({ items, deadlines }) =>
    Object.values(items).flatMap(({ at, act, rule, deadline }) => {
      const because = deadlines[deadline]?.because;
      const programmeVersion = state.plain.programmeVersion;
      return because === undefined ? [] : [{ at, act, because, rule, programmeVersion }];
    }),
  );
  const steps = nextSteps(state, programme).map(({ milestone, missing }) => ({ what: milestone, missing }));
  const reminders = { what: 'reminders', missing: state.plain.open ? missingForReminders(state) : [] };
  return {
    acts: acts.sort((a, b) => (a.at < b.at ? -1 : 1)),
    notYet: [reminders, ...steps].filter(({ missing }) => missing.length > 0),
  };
}
