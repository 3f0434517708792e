import { z } from 'zod';
import { day } from '../routes/fields.js';
import { journeyRef } from '../journeys/shared.js';
import { act } from './act.js';

/** The journey of something to do, and how to reach whom it is about. */
const journeyOfItem = journeyRef.extend({
  commune: z.string(),
  coach: z.string().nullable(),
  phase: z.string(),
  phone: z.string().optional(),
});

/** Something to do: a flag, a task, or a deadline that comes near. */
export const todayItem = z.strictObject({
  /** Of the flag, task or deadline. */
  id: z.uuid(),
  kind: z.enum(['flag', 'task', 'deadline']),
  /** The stuck rule, the task's kind or the deadline's rule. */
  rule: z.string(),
  journey: journeyOfItem,
  title: z.string(),
  /** What to say or to look at, in words. */
  text: z.string().optional(),
  /** The day by which, or on which it comes; of a flag the day since which it is so. The group is not read from it. */
  due: day,
  severity: z.int().min(1).max(3),
  /** Id of the event that made it so. */
  because: z.uuid(),
  /** One sentence: why it stands here. */
  why: z.string(),
  suggestion: z.string().optional(),
  actions: z.array(act),
});
export type TodayItem = z.infer<typeof todayItem>;

/** What is to be done, as the server groups it: due day, then severity, then family name within a group. */
export const today = z.strictObject({
  /** The day in Berlin. */
  day,
  /** Without `next_7_days`. */
  left: z.int(),
  /** Acts of the reader today, the last first. */
  done: z.array(z.strictObject({ at: z.string(), text: z.string(), journey: journeyRef })),
  groups: z.array(
    z.strictObject({
      key: z.enum(['overdue', 'due_today', 'this_week', 'next_7_days']),
      items: z.array(todayItem),
    }),
  ),
  /** The next deadline after the seven days, for a day on which nothing is due. */
  next: z.strictObject({ day, title: z.string(), journey: journeyRef }).nullable(),
});
export type Today = z.infer<typeof today>;
