import { z } from 'zod';
import { day } from '../routes/fields.js';
import { journeyRef } from './shared.js';

const severity = z.int().min(1).max(3);

/** Why a journey may be stuck, and what helps. */
export const flag = z.strictObject({
  id: z.uuid(),
  rule: z.string(),
  /** The rule's title in words. */
  title: z.string(),
  severity,
  since: z.string(),
  /** Id of the event whose fact is the reason. */
  because: z.uuid(),
  suggestion: z.string(),
  /** A person has put it aside until this day. */
  snoozedUntil: day.optional(),
  /** When a coordinator has reminded the coach of it last. */
  remindedAt: z.string().optional(),
  journey: journeyRef,
});
export type Flag = z.infer<typeof flag>;

export const taskState = z.enum(['open', 'done', 'gone']);

/** What a person should do because something happened or is missing; `gone`: its reason is. */
export const task = z.strictObject({
  id: z.uuid(),
  kind: z.enum([
    'fact_missing',
    'tell_participant',
    'delivery_failed',
    'no_callback_number',
    'consent_withdrawn',
    'close_proposed',
  ]),
  journey: journeyRef,
  title: z.string(),
  text: z.string().optional(),
  due: day,
  severity,
  /** Id of the event that made it so. */
  because: z.uuid(),
  state: taskState,
});
export type Task = z.infer<typeof task>;
