import type { AgendaItem } from '../../deadlines/agenda.js';
import { isYetToGo } from '../../messages/message-state.js';
import { reminderOf } from '../../messages/reminder-of.js';
import { whyNotAgain } from '../../messages/why-not-again.js';
import type { HoldReason, ProposedEvent } from '../events.js';
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

/** A message that failed for good is to go once more, with all that its mail carried. */
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
  if (act?.state !== 'held_back' && !isTold)
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
  const { messages } = state.plain;
  const mail = messages[key]?.mail;
  const carried = Object.keys(messages).filter((each) => {
    const other = messages[each]?.mail === mail ? reminderOf(state, each) : undefined;
    return other && whyNotAgain(state, other) === undefined;
  });
  return carried.map((each) => ({ type: 'MessageResendRequested', plain: { key: each } }));
}

/** Why a message is left out that a person has told. */
export const toldInPerson = 'told_in_person';

function known(state: JourneyState, key: string): AgendaItem {
  const item = reminderOf(state, key);
  if (!item) throw new Refusal('no-such-record', 'There is no such message to the participant.');
  return item;
}

function refuseUnlessYetToGo(state: JourneyState, key: string): void {
  known(state, key);
  const { plain, case: own, status } = state;
  const isAhead = own.agenda.items[key] !== undefined || status.agenda.items[key] !== undefined;
  if (isAhead && isYetToGo(plain.messages[key])) return;
  const [code, missing] = isAhead
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
