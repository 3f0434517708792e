import { z } from 'zod';
import { day } from '../routes/fields.js';
import { actor, journeyRef } from './shared.js';

export const messageState = z.enum([
  'planned',
  'held',
  'sending',
  'sent',
  'failed',
  'cancelled',
  'suppressed',
]);
export type MessageState = z.infer<typeof messageState>;

/** A deadline of a journey. `due` is what people go by; `dueRaw` the day before it was moved to a working day. */
export const deadline = z.strictObject({
  id: z.uuid(),
  previousId: z.uuid().optional(),
  rule: z.string(),
  title: z.string(),
  dueRaw: day,
  due: day,
  state: z.enum(['open', 'done', 'missed', 'cancelled']),
  /** Whether a person has confirmed the computed day. */
  verified: z.boolean(),
  /** Id of the event that made it so. */
  because: z.uuid(),
  /** The law or the rule of the programme from which it follows. */
  source: z.string(),
  reminders: z.array(z.strictObject({ at: z.string(), to: z.string(), state: messageState })),
  journey: journeyRef,
});
export type Deadline = z.infer<typeof deadline>;

/** A message to somebody, from the plan to its outcome. */
export const message = z.strictObject({
  id: z.uuid(),
  /** Opaque: nothing can be read from it. */
  key: z.string(),
  /** The name of the text that goes out. */
  text: z.string(),
  rule: z.string(),
  to: z.enum(['participant', 'coach', 'coordinator']),
  channel: z.enum(['email']),
  language: z.string(),
  textVersion: z.int(),
  /** Whether a speaker of the language has read the text. */
  reviewed: z.boolean(),
  plannedFor: z.string(),
  state: messageState,
  stateSince: z.string(),
  why: z.string().nullable(),
  messageId: z.string().optional(),
  /** Somebody holds it back. */
  heldBack: z.strictObject({ by: actor, reason: z.string() }).optional(),
  journey: journeyRef,
});
export type Message = z.infer<typeof message>;
