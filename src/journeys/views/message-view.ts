import type { Message } from '../../../contract/journeys/deadline.js';
import type { Agenda, AgendaItem } from '../../../domain/deadlines/agenda.js';
import type { JourneyState, MessageAct } from '../../../domain/journey/state.js';
import { isWaiting, messageState, type MessageState } from '../../../domain/messages/message-state.js';
import { actorView } from '../../access/actor-names.js';
import { messageId } from '../../read-models/message/message.js';
import { callBackText } from '../../reminders/call-back.js';
import { languagesOf } from '../../reminders/compose.js';
import { noticesOf } from './notice-view.js';
import { journeyRefOf, type ViewContext } from './view-context.js';

/** A message of a journey, and the deadline that it belongs to. */
export interface MessageOfDeadline {
  deadline: string;
  view: Message;
}

/** Which of a journey's messages are looked at. */
export type WantedMessage = (item: Pick<AgendaItem, 'key' | 'deadline'>) => boolean;

/**
 * Every message of a journey, to staff too, planned, under way, sent and cancelled, the earliest first.
 * @param isWanted by default all
 */
export function messagesOf(
  state: JourneyState,
  context: ViewContext,
  isWanted: WantedMessage = () => true,
): MessageOfDeadline[] {
  const journey = journeyRefOf(state);
  const isReminder = (item: AgendaItem): boolean => item.act === 'remind' && isWanted(item);
  const reminders = [state.case.agenda, state.status.agenda]
    .flatMap((agenda) => [
      ...Object.values(agenda.items)
        .filter(isReminder)
        .map((item) => ({ agenda, item, ahead: true })),
      ...Object.values(agenda.past)
        .filter(isReminder)
        .map((item) => ({ agenda, item, ahead: false })),
    ])
    .map(({ agenda, item, ahead }) => ({
      deadline: item.deadline,
      view: { ...view(state, context, agenda, item, ahead), journey },
    }));
  return [...reminders, ...noticesOf(state, context, isWanted)].sort(({ view: a }, { view: b }) =>
    sortKeyOf(a) < sortKeyOf(b) ? -1 : 1,
  );
}

/** What a list of messages is sorted and paged by. */
export const sortKeyOf = ({ plannedFor, id }: Message): string => `${plannedFor}|${id}`;

function view(
  state: JourneyState,
  context: ViewContext,
  agenda: Agenda,
  item: AgendaItem,
  ahead: boolean,
): Omit<Message, 'journey'> {
  const act = state.plain.messages[item.key];
  const current = messageState(act, item, ahead);
  const left = current === 'sending' || current === 'sent';
  return {
    id: messageId(item.key),
    key: item.key,
    ...toldWith(state, context, item, act),
    rule: item.rule,
    to: 'participant',
    channel: 'email',
    plannedFor: plannedFor(item, act),
    state: current,
    stateSince: act?.since ?? agenda.since[item.key] ?? state.plain.openedAt,
    why: whyOf(current, agenda, item, act),
    ...(act?.state === 'held_back' && act.heldBack && { heldBack: heldBackView(act.heldBack, context) }),
    ...(left && { messageId: `${act?.mail ?? item.key}@${context.mailDomain}` }),
  };
}

const heldBackView = (
  { by, reason }: NonNullable<MessageAct['heldBack']>,
  { names }: ViewContext,
): Message['heldBack'] => ({ by: actorView(by, names), reason });

/** The reason of a state that needs one; a message that was carried by another's mail is `merged`. */
function whyOf(
  current: MessageState,
  { why }: Agenda,
  { key, held }: AgendaItem,
  act: MessageAct | undefined,
): string | null {
  if (current === 'cancelled') return why[key] ?? 'no_longer_due';
  if (current === 'held') return act?.why ?? held ?? null;
  if (current === 'sent' && act && act.mail !== key && act.why !== 'demonstration') return 'merged';
  return act?.why ?? null;
}

/** The text that goes out, or went out: for a protected one the neutral text that stands for it. */
function toldWith(
  state: JourneyState,
  { texts, callBack }: ViewContext,
  { text = '' }: AgendaItem,
  act: MessageAct | undefined,
): Pick<Message, 'text' | 'language' | 'textVersion' | 'reviewed'> {
  const own = texts.isOpen(text) ? text : callBackText(callBack);
  const mail = act && state.plain.messages[act.mail];
  if (mail?.text !== undefined && (mail.text === own || !texts.isOpen(text))) {
    const { textVersion = 1, reviewed = false } = mail;
    const language = state.contact.languages[act?.mail ?? ''] ?? 'de';
    return { text: mail.text, language, textVersion, reviewed };
  }
  const edition = texts.editionFor(own, languagesOf(state));
  return {
    text: own,
    language: edition?.language ?? 'de',
    textVersion: edition?.version ?? 1,
    reviewed: edition?.reviewed ?? false,
  };
}

/** Once it is claimed, the item's instant is only when the claim will be settled at the latest. */
const plannedFor = (item: AgendaItem, act: MessageAct | undefined): string =>
  act && !isWaiting(act) && act.since < item.at ? act.since : item.at;
