import { isServersAnswer } from '../../messages/message-state.js';
import type { RecordedEvent } from '../events.js';
import type { JourneyState, MessageAct } from '../state.js';

type MessageEvent = Extract<RecordedEvent, { type: `Message${string}` }>;

/** What was done about a mail and all that it carries, by the engine or by a person; the newest act counts. */
export function message(state: JourneyState, event: MessageEvent): void {
  const { messages } = state.plain;
  const { key } = event.plain;
  const since = event.recordedAt;
  const each = (keys: readonly string[], act: (before: MessageAct | undefined) => MessageAct): void => {
    for (const one of keys) messages[one] = act(messages[one]);
  };
  const underWay = Object.keys(messages).filter(
    (one) => messages[one]?.mail === key && messages[one].state === 'sending',
  );
  const carried = 'with' in event.plain && event.plain.with ? [key, ...event.plain.with] : [key];
  const members = underWay.length > 0 ? underWay : carried;
  const kept = (before: MessageAct | undefined): MessageAct => ({
    ...(before ?? { mail: key, attempt: 0 }),
    state: 'sent',
    since,
  });
  switch (event.type) {
    case 'MessageSending': {
      const { key: mail, attempt, text, textVersion, reviewed } = event.plain;
      const told = {
        ...(text !== undefined && { text }),
        ...(textVersion !== undefined && { textVersion }),
        ...(reviewed !== undefined && { reviewed }),
      };
      each(carried, (before) => ({
        firstTriedAt: before?.firstTriedAt ?? since,
        state: 'sending',
        since,
        mail,
        attempt: Math.max(attempt, before?.attempt ?? 0),
        ...(before?.earlier !== undefined && { earlier: before.earlier }),
        ...doubt(before),
        ...told,
      }));
      if (event.contact?.language !== undefined) state.contact.languages[key] = event.contact.language;
      return;
    }
    case 'MessageDeferred': {
      const { until, why } = event.plain;
      each(members, (before) => ({
        ...kept(before),
        mail: key,
        state: 'deferred',
        attempt: before?.attempt ?? event.plain.attempt,
        until,
        why,
        ...doubt(before, why),
      }));
      return;
    }
    case 'MessageSent':
      each(members, (before) => ({ ...kept(before), ...(event.plain.why && { why: event.plain.why }) }));
      return;
    case 'MessageFailed': {
      const { why } = event.plain;
      each(members, (before) => ({ ...kept(before), state: 'failed', why, ...doubt(before, why) }));
      return;
    }
    case 'MessageSuppressed':
      each([key], (before) => ({ ...kept(before), state: 'suppressed', why: event.plain.why }));
      return;
    case 'MessageHeldBack':
    case 'MessageReleased':
    case 'MessageResendRequested':
      each([key], (before) => byHand(event, before));
  }
}

/** What a person wants of a message that is not under way. */
function byHand(
  event: Extract<MessageEvent, { type: 'MessageHeldBack' | 'MessageReleased' | 'MessageResendRequested' }>,
  before: MessageAct | undefined,
): MessageAct {
  const { key } = event.plain;
  const { attempt = 0, earlier, unclear } = before ?? {};
  const waiting = {
    mail: key,
    since: event.recordedAt,
    attempt,
    ...(earlier !== undefined && { earlier }),
    ...(unclear && { unclear }),
  };
  switch (event.type) {
    case 'MessageHeldBack': {
      const heldBack = { by: event.actor, reason: event.plain.reason };
      return { ...waiting, state: 'held_back', why: 'held_back', heldBack };
    }
    case 'MessageReleased':
      return { ...waiting, state: 'planned_again' };
    case 'MessageResendRequested':
      // what was tried before is over: it has a day of its own again
      return { ...waiting, state: 'planned_again', ...(attempt > 0 && { earlier: attempt }) };
  }
}

/** A try that ends otherwise than by the server's answer leaves a doubt, which nothing that comes later takes away. */
const doubt = (before: MessageAct | undefined, why = ''): { unclear?: true } =>
  before?.unclear || (before?.state === 'sending' && !isServersAnswer(why)) ? { unclear: true } : {};
