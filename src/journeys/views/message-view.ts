import { v5 as uuidv5 } from 'uuid';
import type { Message, MessageState } from '../../../contract/journeys/deadline.js';
import type { Agenda, AgendaItem } from '../../../domain/deadlines/agenda.js';
import type { JourneyState, MessageAct } from '../../../domain/journey/state.js';
import { idNamespace } from '../../programmes/programmes.js';
import { languagesOf } from '../../reminders/compose.js';
import { noticesOf } from './notice-view.js';
import { journeyRefOf, type ViewContext } from './view-context.js';

/** By e-mail only texts of class `open` go out: the neutral one stands for every protected reminder. */
const openText = 'neutral_callback';

/** A message of a journey, and the deadline that it belongs to. */
export interface MessageOfDeadline {
  deadline: string;
  view: Message;
}

/** Every message of a journey, to staff too, planned, under way, sent and cancelled, the earliest first. */
export function messagesOf(state: JourneyState, context: ViewContext): MessageOfDeadline[] {
  const reminders = [state.case.agenda, state.status.agenda]
    .flatMap((agenda) => [
      ...Object.values(agenda.items).map((item) => ({ agenda, item, ahead: true })),
      ...Object.values(agenda.past).map((item) => ({ agenda, item, ahead: false })),
    ])
    .filter(({ item }) => item.act === 'remind')
    .map(({ agenda, item, ahead }) => ({
      deadline: item.deadline,
      view: view(state, context, agenda, item, ahead),
    }));
  return [...reminders, ...noticesOf(state, context)].sort(({ view: a }, { view: b }) =>
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
): Message {
  const act = state.plain.messages[item.key];
  const current = stateOf(act, ahead);
  const left = current === 'sending' || current === 'sent';
  return {
    id: uuidv5(item.key, idNamespace),
    key: item.key,
    text: openText,
    rule: item.rule,
    to: item.to ?? 'participant',
    channel: 'email',
    language: context.texts.languageOf(openText, languagesOf(state)),
    textVersion: state.plain.programmeVersion,
    reviewed: false,
    plannedFor: plannedFor(item, act),
    state: current,
    stateSince: act?.since ?? agenda.since[item.key] ?? state.plain.openedAt,
    why: act?.why ?? (current === 'cancelled' ? 'no_longer_due' : null),
    ...(left && { messageId: `${item.key}@${context.mailDomain}` }),
    journey: journeyRefOf(state),
  };
}

function stateOf(act: MessageAct | undefined, ahead: boolean): MessageState {
  if (act?.state === 'deferred') return ahead ? 'held' : 'cancelled';
  return act?.state ?? (ahead ? 'planned' : 'cancelled');
}

/** Once it is claimed, the item's instant is only when the claim will be settled at the latest. */
const plannedFor = (item: AgendaItem, act: MessageAct | undefined): string =>
  act && act.state !== 'deferred' && act.since < item.at ? act.since : item.at;
