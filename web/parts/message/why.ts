import type { Message } from '../../../contract/journeys/deadline.js';
import { say } from '../../texts/message.js';

/** Codes for why a message is where it is, for which there is a sentence. */
export const reasons = [
  'closed',
  'consent_withdrawn',
  'status_crisis',
  'paused',
  'done',
  'over',
  'renewal_requested',
  'not_reachable',
  'no_longer_due',
  'weekly_limit',
  'quiet_hours',
  'merged',
  'demonstration',
  'no_callback_number',
  'overtaken',
  'no_outcome',
  'held_back',
  'told_in_person',
] as const;

type Reason = (typeof reasons)[number];

/** The key of the sentence that says it; `smtp_550` and the like are one sentence with the code in it. */
export function sentenceFor(
  why: string | null,
): { key: `why_${Reason | 'smtp' | 'other'}`; code: string } | undefined {
  if (why === null) return undefined;
  const known = reasons.find((reason) => reason === why);
  if (known) return { key: `why_${known}`, code: why };
  return { key: why.startsWith('smtp_') ? 'why_smtp' : 'why_other', code: why.replace(/^smtp_/, '') };
}

/** That sentence in the reader's language. */
function whySaid(why: string | null): string | undefined {
  const sentence = sentenceFor(why);
  return sentence && say(sentence.key, { code: sentence.code });
}

/** The same for a message, which may be held back by somebody, for a reason. */
export function whyMessage({ why, heldBack }: Pick<Message, 'why' | 'heldBack'>): string | undefined {
  if (!heldBack) return whySaid(why);
  const reason = holdReasons.find((each) => each === heldBack.reason);
  return say('heldBackBy', {
    name: heldBack.by.name ?? say('somebody'),
    reason: reason ? say(`hold_${reason}`) : heldBack.reason,
  });
}

const holdReasons = ['soon_in_person', 'asked_for_quiet', 'to_be_checked', 'other'] as const;
