import type { Message, MessageState } from '../../../contract/journeys/deadline.js';
import type { Agenda, AgendaItem } from '../../../domain/deadlines/agenda.js';
import { isOfficeHour, mailMorning } from '../../../domain/deadlines/staff-hours.js';
import { flagRule, type JourneyState } from '../../../domain/journey/state.js';
import { reasonOf } from '../../../domain/staff-mail/reason.js';
import type { Instant } from '../../../domain/time.js';
import { messageId } from '../../read-models/message/message.js';
import type { MailOfNotice } from '../../read-models/staff-mail/mails-of-notices.js';
import { staffTextVersion } from '../../staff-mail/texts.js';
import type { MessageOfDeadline, WantedMessage } from './message-view.js';
import { journeyRefOf, type ViewContext } from './view-context.js';

type NoticeItem = Pick<AgendaItem, 'key' | 'deadline' | 'rule' | 'at' | 'urgent'> & {
  to: 'coach' | 'coordinator';
};

/** Every notice to staff of a journey: planned, queued for a mail, on its way and told, and those that went away. */
export function noticesOf(
  state: JourneyState,
  context: ViewContext,
  isWanted: WantedMessage = () => true,
): MessageOfDeadline[] {
  const agendas = [state.case.agenda, state.status.agenda];
  const ahead = agendas.flatMap(({ items }) => noticesIn(items, isWanted));
  const past = agendas.flatMap(({ past }) => noticesIn(past, isWanted));
  const journey = journeyRefOf(state);
  return [
    ...ahead.map((item) => ({ item, isAhead: true })),
    ...[...past, ...ofTheEngine(state).filter(isWanted)].map((item) => ({ item, isAhead: false })),
  ].map(({ item, isAhead }) => ({
    deadline: item.deadline,
    view: { ...view(state, context, item, isAhead), journey },
  }));
}

/** Only what is wanted is taken over: a list looks at one deadline in each of fifty journeys. */
const noticesIn = (items: Agenda['items'], isWanted: WantedMessage): NoticeItem[] =>
  Object.values(items)
    .filter((item) => item.act === 'notify' && isWanted(item))
    .map((item) => ({ ...item, to: item.to === 'coordinator' ? item.to : 'coach' }));

/** What the engine tells of itself is planned by no rule. */
const ofTheEngine = (state: JourneyState): NoticeItem[] =>
  Object.entries(state.plain.notices)
    .filter(([, { about }]) => flagRule(state, about) === 'planning_failed')
    .map(([key, { about, ...notice }]) => ({ key, deadline: about, rule: 'planning_failed', ...notice }));

function view(
  state: JourneyState,
  context: ViewContext,
  item: NoticeItem,
  isAhead: boolean,
): Omit<Message, 'journey'> {
  const since = noted(state, 'since', item.key);
  const whyNot = noted(state, 'why', item.key);
  const notice = state.plain.notices[item.key];
  const mail = furthestFromOver(context.staffMails.get(item.key));
  const current = stateOf(state, item.key, isAhead, mail);
  const isLeaving = current === 'sending' || current === 'sent';
  return {
    id: messageId(item.key),
    key: item.key,
    text: 'staff_notice',
    rule: item.rule,
    to: item.to,
    channel: 'email',
    language: 'de',
    textVersion: staffTextVersion,
    reviewed: true,
    plannedFor: plannedFor(item, notice?.at ?? item.at, context),
    state: current,
    stateSince: mail?.since ?? notice?.at ?? since ?? state.plain.openedAt,
    why: mail?.why ?? (current === 'cancelled' ? (whyNot ?? 'no_longer_due') : null),
    ...(isLeaving && mail && { messageId: `${mail.messageId}@${context.mailDomain}` }),
  };
}

/** What the agendas note of a key, the status's where both do. */
const noted = ({ case: own, status }: JourneyState, what: 'since' | 'why', key: string): string | undefined =>
  status.agenda[what][key] ?? own.agenda[what][key];

/** Where several are told of it: what is still under way, else what has arrived. */
const furthestFromOver = (mails: readonly MailOfNotice[] | undefined): MailOfNotice | undefined =>
  mails &&
  (['sending', 'deferred', 'sent', 'failed'] as const)
    .flatMap((reached) => mails.filter(({ state }) => state === reached))
    .at(0);

function stateOf(
  state: JourneyState,
  key: string,
  isAhead: boolean,
  mail: MailOfNotice | undefined,
): MessageState {
  const notice = state.plain.notices[key];
  if (!notice) return isAhead ? 'planned' : 'cancelled';
  if (!mail) return reasonOf(state, notice) ? 'planned' : 'cancelled';
  return mail.state === 'deferred' ? 'held' : mail.state;
}

/** The morning of its mail; what can't wait goes when it comes up, in office hours. */
const plannedFor = ({ urgent }: NoticeItem, at: Instant, { planning }: ViewContext): Instant =>
  urgent && isOfficeHour(at, planning) ? at : mailMorning(at, planning);
