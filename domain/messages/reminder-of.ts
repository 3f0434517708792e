import type { AgendaItem } from '../deadlines/agenda.js';
import type { JourneyState } from '../journey/state.js';

/** Every message to the participant, ahead and past. */
export const remindersIn = ({ case: own, status }: JourneyState): AgendaItem[] =>
  [own.agenda, status.agenda]
    .flatMap(({ items, past }) => [...Object.values(items), ...Object.values(past)])
    .filter(({ act }) => act === 'remind');

/** One of them by its key. */
export function reminderOf({ case: own, status }: JourneyState, key: string): AgendaItem | undefined {
  const halves = [own.agenda.items, status.agenda.items, own.agenda.past, status.agenda.past];
  const item = halves.find((half) => half[key] !== undefined)?.[key];
  return item?.act === 'remind' ? item : undefined;
}
