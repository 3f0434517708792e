import type { AgendaByClass, AgendaItem } from '../../deadlines/agenda.js';
import { isYetToGo } from '../../messages/message-state.js';
import { reminderOf } from '../../messages/reminder-of.js';
import { whyNotAgain } from '../../messages/why-not-again.js';
import type { HoldReason, JourneyEvent, ProposedEvent } from '../events.js';
import { Refusal, type Missing } from '../refusal.js';
import type { JourneyState } from '../state.js';

/** A message to the participant is to wait until a person lets it go. */
export interface HoldMessage {
  type: 'HoldMessage';
  key: string;
  reason: HoldReason;
}

/** What was held back, or told in person by mistake, may go: when, the rules say. */
export interface ReleaseMessage {
  type: 'ReleaseMessage';
  key: string;
}

/** A person has said it: the mail is not needed. */
export interface TellInPerson {
  type: 'TellInPerson';
  key: string;
}

/** A message that failed for good is to go once more. */
export interface ResendMessage {
  type: 'ResendMessage';
  key: string;
}

/** Holds a message back that was not handed over yet; one that may have arrived can't be stopped. */
export function holdMessage(state: JourneyState, { key, reason }: HoldMessage): ProposedEvent[] {
  refuseUnlessYetToGo(state, key);
  const held = state.plain.messages[key]?.heldBack;
  if (held?.reason === reason) return [];
  return [{ type: 'MessageHeldBack', plain: { key, reason } }];
}

/** Lets a message go that is held back, or was said to be told; its instant follows from the plan. */
export function releaseMessage(state: JourneyState, { key }: ReleaseMessage): ProposedEvent[] {
  known(state, key);
  const act = state.plain.messages[key];
  const isTold = act?.state === 'suppressed' && act.why === toldInPerson;
  if (!isTold && (act?.state !== 'held_back' || !isAhead(state, key)))
    throw new Refusal('message-not-held', 'Nobody holds this message back.');
  return [{ type: 'MessageReleased', plain: { key } }];
}

/** Leaves a message out that was not handed over yet. */
export function tellInPerson(state: JourneyState, { key }: TellInPerson): ProposedEvent[] {
  const act = state.plain.messages[key];
  if (act?.state === 'suppressed' && act.why === toldInPerson) return [];
  refuseUnlessYetToGo(state, key);
  return [{ type: 'MessageSuppressed', plain: { key, why: toldInPerson } }];
}

/** Plans a message once more, only where it certainly did not arrive and is still true. */
export function resendMessage(state: JourneyState, { key }: ResendMessage): ProposedEvent[] {
  const item = known(state, key);
  const missing = whyNotAgain(state, item);
  if (missing) throw new Refusal('not-yet-possible', 'This message can’t be sent again.', [missing]);
  return [{ type: 'MessageResendRequested', plain: { key } }];
}

/**
 * Refuses where a message was to go, and the plan has no place for it: its day was corrected, or a newer one of that day
 * says the same. Whoever wants it shall hear that, not think that it goes.
 */
export function refuseUnplanned(events: readonly JourneyEvent[], planned: AgendaByClass): void {
  for (const { type, plain } of events) {
    if (type !== 'MessageReleased' && type !== 'MessageResendRequested') continue;
    if (planned.case.items[plain.key] || planned.status.items[plain.key]) continue;
    throw new Refusal('not-yet-possible', 'This message is not needed any more.', [unplanned]);
  }
}

const unplanned: Missing = {
  code: 'message-not-needed',
  text: {
    de: 'Diese Nachricht wird nicht mehr gebraucht: Ihr Anlass hat sich geändert, oder eine neuere sagt dasselbe.',
    en: 'This message is not needed any more: its reason has changed, or a newer one says the same.',
  },
  who: 'coach',
};

/** Why a message is left out that a person has told. */
export const toldInPerson = 'told_in_person';

function known(state: JourneyState, key: string): AgendaItem {
  const item = reminderOf(state, key);
  if (!item) throw new Refusal('no-such-record', 'There is no such message to the participant.');
  return item;
}

const isAhead = ({ case: own, status }: JourneyState, key: string): boolean =>
  own.agenda.items[key] !== undefined || status.agenda.items[key] !== undefined;

function refuseUnlessYetToGo(state: JourneyState, key: string): void {
  known(state, key);
  const goes = isAhead(state, key);
  if (goes && isYetToGo(state.plain.messages[key])) return;
  const [code, missing] = goes
    ? (['message-under-way', underWay] as const)
    : (['message-over', over] as const);
  throw new Refusal(code, 'This message can’t be stopped any more.', [missing]);
}

const underWay: Missing = {
  code: 'message-under-way',
  text: {
    de: 'Die Nachricht wurde dem Mailserver schon übergeben.',
    en: 'The message was handed to the mail server already.',
  },
  who: 'coach',
};

const over: Missing = {
  code: 'message-over',
  text: {
    de: 'Die Nachricht ist schon hinausgegangen, oder sie wird nicht mehr gebraucht.',
    en: 'The message has gone out already, or it is not needed any more.',
  },
  who: 'coach',
};
