import type { MessagePreview } from '../../contract/pages/messages.js';
import type { JourneyState } from '../../domain/journey/state.js';
import type { ViewContext } from '../journeys/views/view-context.js';
import { benchOf } from '../acts/bench.js';
import type { Account } from '../http/ports.js';
import { messageId } from '../read-models/message/message.js';
import { languagesOf } from '../reminders/compose.js';
import { mailTexts, type MailText } from '../reminders/mail-texts.js';
import { plainOf } from '../reminders/message.js';
import { protectedTextFor } from '../reminders/protected-text.js';
import { valuesOf } from '../reminders/values-of.js';
import { actsOnMessage } from './message-acts.js';

/**
 * What a message to the participant says, with the facts of today, and what the reader may do about it; `undefined` for an id that names none of this journey.
 * The protected text is a coach's to tell: nobody else is shown it.
 */
export function previewOf(
  state: JourneyState,
  context: ViewContext,
  id: string,
  account: Pick<Account, 'id' | 'role'>,
): MessagePreview | undefined {
  const { case: own, status } = state;
  for (const { items, past, deadlines } of [own.agenda, status.agenda]) {
    const item = [...Object.values(items), ...Object.values(past)].find(
      ({ key, act }) => act === 'remind' && messageId(key) === id,
    );
    const deadline = item && deadlines[item.deadline];
    if (!item || !deadline) continue;
    const { text = '', rule } = item;
    const { texts, planning, callBack, now, role, language } = context;
    const reminder = { text, rule, due: deadline.due, deadline };
    const [mail] = mailTexts(state, [reminder], callBack, { texts, calendar: planning.calendar, now });
    const isProtected = !texts.isOpen(text);
    const told =
      isProtected && role === 'coach'
        ? protectedTextFor(texts, text, language, valuesOf(state, deadline, callBack, now))
        : undefined;
    return {
      editions: mail ? editionsOf(mail, languagesOf(state), context) : [],
      isProtected,
      ...(told !== undefined && { protectedText: told }),
      ...actsOnMessage(item, benchOf(state, context, account)),
    };
  }
  return undefined;
}

/** As the participant reads it, and beside it in German. */
function editionsOf(
  { key, values }: MailText,
  languages: readonly string[],
  { texts }: ViewContext,
): MessagePreview['editions'] {
  const all = [languages, ['de']].flatMap(
    (each) => texts.render(key, each, { ...values, first: true }) ?? [],
  );
  return all
    .filter(({ language }, at) => at === all.findIndex((other) => other.language === language))
    .map(({ language, direction, version, reviewed, subject, body }) => ({
      language,
      direction,
      version,
      reviewed,
      subject,
      text: plainOf(body),
    }));
}
