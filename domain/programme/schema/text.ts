import { z } from 'zod';
import { key, listOf } from './words.js';

/** Everything that a text may say of a person, a deadline or a mail; a text's entry lists which of it is used. */
export const valueNames = [
  'firstName',
  'coachFirstName',
  'coachPhone',
  'officePhone',
  /** The number to be called: the coach's, else the office's. */
  'phone',
  /** In a call back the day by which an answer is asked for; elsewhere the deadline's day. */
  'dueDate',
  /** Whether that day is at most two weeks away. */
  'soon',
  /** Whether the text opens the mail. */
  'first',
  'validUntil',
  'days',
  'over',
  'startDate',
  'earliestDate',
  'windowOpen',
  /** When and where an appointment is; the moment stands as the clock in Berlin shows it. */
  'appointmentAt',
  'place',
  /** How many papers for a registration are missing, and how many days there are at the least. */
  'missing',
  'shortDays',
] as const;
export type ValueName = (typeof valueNames)[number];

/** `texts.yaml`: every text for participants, with what all its wordings have in common. */
export const textsFile = listOf(
  z.strictObject({
    key,
    /** `open` may stand on a lock screen; `protected` is told in person, a neutral text goes out in its place. */
    exposure: z.enum(['open', 'protected']),
    /** The values that its wordings may use. */
    values: z.array(z.enum(valueNames)),
  }),
);

export type TextTable = z.infer<typeof textsFile>;
