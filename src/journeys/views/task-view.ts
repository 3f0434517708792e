import type { Task } from '../../../contract/journeys/attention.js';
import { berlinDay } from '../../../domain/deadlines/berlin.js';
import { addDays } from '../../../domain/deadlines/day-arithmetic.js';
import type { JourneyState } from '../../../domain/journey/state.js';
import type { Language } from './language.js';
import { taskText } from './task-text.js';
import { journeyRefOf, type ViewContext } from './view-context.js';

/** So many days after a task was opened it should be done, by its severity. */
export const daysFor = { 1: 14, 2: 7, 3: 0 } as const;

/** The tasks of a journey, done and gone ones too, the oldest first. */
export function taskViews(state: JourneyState, context: ViewContext): Task[] {
  const journey = journeyRefOf(state);
  return state.plain.tasks.map((task) => {
    const { id, kind, severity, state: reached, openedAt, because } = task;
    const text = taskText(task, state, context);
    return {
      id,
      kind,
      journey,
      title: taskTitles[kind][context.language],
      ...(text !== undefined && { text }),
      due: addDays(berlinDay(openedAt), daysFor[severity]),
      severity,
      because: reasonOf(state, id) ?? because,
      state: reached,
    };
  });
}

/** The event of the record that a task is about, or the event itself where it is about one; `undefined` where that was erased. */
function reasonOf({ plain, case: own }: JourneyState, task: string): string | undefined {
  const subject = own.tasks[task]?.subject;
  const record = [...plain.documents, ...plain.milestones].find(({ id }) => id === subject);
  const withdrawal = plain.consentWithdrawn.find(({ event }) => event === subject);
  return record?.event ?? withdrawal?.event;
}

export const taskTitles: Record<Task['kind'], Record<Language, string>> = {
  fact_missing: { de: 'Gültig bis fehlt', en: 'Valid until is missing' },
  tell_participant: { de: 'Persönlich Bescheid geben', en: 'Tell the participant in person' },
  delivery_failed: { de: 'Nachricht kam nicht an', en: 'A message did not arrive' },
  no_callback_number: { de: 'Rückrufnummer fehlt', en: 'A number for calling back is missing' },
  consent_withdrawn: { de: 'Einwilligung wurde widerrufen', en: 'Consent was withdrawn' },
  close_proposed: {
    de: 'Abschluss vorgeschlagen: Zugang nicht möglich',
    en: 'Closing is proposed: not eligible',
  },
};
