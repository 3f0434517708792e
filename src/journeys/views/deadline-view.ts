import type { Deadline } from '../../../contract/journeys/deadline.js';
import type { JourneyState } from '../../../domain/journey/state.js';
import { messagesOf } from './message-view.js';
import { journeyRefOf, type ViewContext } from './view-context.js';

/**
 * Every deadline of a journey with its reminders, the earliest first.
 * @param only the id of the one that is looked at
 */
export function deadlinesOf(state: JourneyState, context: ViewContext, only?: string): Deadline[] {
  const isWanted = (id: string): boolean => only === undefined || only === id;
  const messages = messagesOf(state, context, ({ deadline }) => isWanted(deadline));
  const journey = journeyRefOf(state);
  return [state.case.agenda, state.status.agenda]
    .flatMap(({ deadlines }) => Object.values(deadlines).filter(({ id }) => isWanted(id)))
    .map(({ id, previousId, rule, dueRaw, due, state: reached, because }): Deadline => {
      const definition = context.programme.deadlines.find(({ key }) => key === rule);
      return {
        id,
        ...(previousId !== undefined && { previousId }),
        rule,
        title: definition?.title[context.language] ?? rule,
        dueRaw,
        due,
        state: reached,
        verified: state.plain.verified[id] !== undefined,
        because,
        source: definition?.law.source ?? '',
        reminders: messages
          .filter(({ deadline }) => deadline === id)
          .map(({ view }) => ({ at: view.plannedFor, to: view.to, state: view.state })),
        journey,
      };
    })
    .sort((a, b) => (sortKeyOf(a) < sortKeyOf(b) ? -1 : 1));
}

/** What a list of deadlines is sorted and paged by. */
export const sortKeyOf = ({ due, id }: Deadline): string => `${due}|${id}`;
