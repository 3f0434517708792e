import type { AgendaItem } from '../deadlines/agenda.js';
import type { Missing } from '../journey/refusal.js';
import { agendaOf, type JourneyState } from '../journey/state.js';
import { isServersAnswer, isYetToGo } from './message-state.js';
import { remindersIn } from './reminder-of.js';
import { whyCancelled } from './why-cancelled.js';

/**
 * Why a message must not go once more, in one sentence: a second one could arrive, or it is no longer true. `undefined`
 * where it may: the server has refused it, each time that it was tried, and its reason stands.
 */
export function whyNotAgain(state: JourneyState, item: AgendaItem): Missing | undefined {
  const act = state.plain.messages[item.key];
  if (act?.state === 'sent') return said('message-sent');
  if (act?.state === 'sending') return said('message-under-way');
  if (act?.state !== 'failed') return said('message-not-failed');
  if (act.unclear || !isServersAnswer(act.why ?? '')) return said('delivery-unclear');
  const agenda = agendaOf(state);
  const deadline = agenda.case.deadlines[item.deadline] ?? agenda.status.deadlines[item.deadline];
  const isTrue = deadline?.state === 'open' && whyCancelled(item, state, agenda) === 'no_longer_due';
  if (!isTrue) return said('reason-gone');
  return hasNewer(item, state) ? said('told-anew') : undefined;
}

/** Whether a later message of the same deadline has gone, or failed as well: that one says what is true now. */
const hasNewer = ({ key, deadline, at }: AgendaItem, state: JourneyState): boolean =>
  remindersIn(state).some((other) => {
    const act = state.plain.messages[other.key];
    return (
      other.key !== key &&
      other.deadline === deadline &&
      other.at > at &&
      act?.why !== 'overtaken' &&
      !isYetToGo(act)
    );
  });

const sentences = {
  'message-sent': {
    de: 'Der Mailserver hat diese Nachricht angenommen. Noch einmal gesendet käme sie zweimal an.',
    en: 'The mail server has taken this message. Sent again it would arrive twice.',
  },
  'message-under-way': {
    de: 'Diese Nachricht wird gerade gesendet.',
    en: 'This message is being sent just now.',
  },
  'message-not-failed': {
    de: 'Noch einmal gesendet wird nur, was sicher nicht angekommen ist.',
    en: 'Only what certainly did not arrive is sent again.',
  },
  'delivery-unclear': {
    de: 'Es ist nicht sicher, ob diese Nachricht angekommen ist. Damit sie nicht zweimal ankommt, sagen Sie es der Person bitte selbst.',
    en: 'It is not certain whether this message has arrived. So that it does not arrive twice, please tell the person yourself.',
  },
  'reason-gone': {
    de: 'Der Anlass besteht nicht mehr, oder der Person darf nicht mehr geschrieben werden.',
    en: 'The reason is gone, or the person may not be written to any more.',
  },
  'told-anew': {
    de: 'Zu diesem Anlass gibt es eine neuere Nachricht.',
    en: 'There is a newer message about this.',
  },
} as const;

const said = (code: keyof typeof sentences): Missing => ({ code, text: sentences[code], who: 'coach' });
