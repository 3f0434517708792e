import type { JourneyState, TaskFact } from '../../../domain/journey/state.js';
import { protectedTextFor } from '../../reminders/protected-text.js';
import { valuesOf } from '../../reminders/values-of.js';
import type { Language } from './language.js';
import type { ViewContext } from './view-context.js';

/** What somebody who has a task should know: what to tell the participant, or what to see to. */
export function taskText(
  { id, kind }: TaskFact,
  state: JourneyState,
  context: ViewContext,
): string | undefined {
  const { language, texts, callBack, now } = context;
  if (kind !== 'tell_participant' && kind !== 'delivery_failed') return hints[kind]?.[language];
  const { case: own, status } = state;
  const message = own.tasks[id]?.subject ?? '';
  const half = [own.agenda, status.agenda].find(({ items, past }) => items[message] ?? past[message]);
  const item = half?.items[message] ?? half?.past[message];
  const deadline = item && half?.deadlines[item.deadline];
  const told =
    item && protectedTextFor(texts, item.text ?? '', language, valuesOf(state, deadline, callBack, now));
  return [openings[kind][language], ...(told === undefined ? [] : [told])].join('\n\n');
}

const openings: Record<'tell_participant' | 'delivery_failed', Record<Language, string>> = {
  tell_participant: {
    de: 'Die Person wurde gebeten, anzurufen. Bitte sagen Sie ihr persönlich:',
    en: 'The participant was asked to call. Please tell her or him in person:',
  },
  delivery_failed: {
    de: 'Die Nachricht kam nicht an. Bitte prüfen Sie die E-Mail-Adresse und sagen Sie der Person persönlich:',
    en: 'The message did not arrive. Please check the e-mail address and tell the participant in person:',
  },
};

const hints: Partial<Record<TaskFact['kind'], Record<Language, string>>> = {
  fact_missing: {
    de: 'Bitte fragen Sie beim nächsten Gespräch nach dem Tag, bis zu dem das Papier gilt.',
    en: 'Please ask at the next talk until which day the paper is valid.',
  },
  no_callback_number: {
    de: 'Es gibt keine Nummer, unter der die Person zurückrufen kann. Bitte hinterlegen Sie eine beim Coach oder für das Büro.',
    en: 'There is no number that the participant could call back. Please enter one for the coach or the office.',
  },
  consent_withdrawn: {
    de: 'Die Einwilligung wurde widerrufen. Lotse erinnert niemanden mehr; bitte schließen Sie die Begleitung ab, wenn es keine andere Grundlage gibt.',
    en: 'Consent was withdrawn. Lotse reminds nobody any more; please close the journey where it has no other basis.',
  },
};
