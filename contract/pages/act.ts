import { z } from 'zod';
import { missing } from '../problem.js';

/** A field that a person fills in before an act can be sent. */
export const need = z.strictObject({
  /** Where in the body the value goes: an RFC 6901 pointer, such as `/data/level`. */
  pointer: z.string(),
  label: z.string(),
  /**
   * `day` `YYYY-MM-DD`, `choice` one of the options, `choices` an array of them, `text` one line, `note` several,
   * `lines` an array of lines, `number` a whole number, `flag` yes or no.
   */
  kind: z.enum(['day', 'choice', 'choices', 'text', 'note', 'lines', 'number', 'flag']),
  /** Absent with a choice in a list that would show the same many again and again: the journey's acts have them. */
  options: z.array(z.strictObject({ value: z.string(), label: z.string() })).optional(),
  /** What most people would fill in. */
  preset: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).optional(),
  required: z.boolean(),
  /** One sentence beside the field: a limit, or what not to write. */
  hint: z.string().optional(),
  /** Days that are taken, both included. */
  earliest: z.iso.date().optional(),
  latest: z.iso.date().optional(),
});
export type Need = z.infer<typeof need>;

export const actGroup = z.enum([
  'contact',
  'paper',
  'milestone',
  'module',
  'consent',
  'participant',
  'attention',
  'journey',
]);

/**
 * Something that the reader may do now. Sending `body`, completed by the `needs`, to `call` does it; without needs one
 * click does. The server alone makes acts: pages offer them and decide nothing.
 */
export const act = z.strictObject({
  /** Stable: `contact.reached`, `milestone.language_exam_passed.B1`, `flag.snooze.<id>`. */
  key: z.string(),
  group: actGroup,
  label: z.string(),
  /** Other words by which people look for it. */
  words: z.array(z.string()),
  call: z.strictObject({ method: z.enum(['POST', 'PUT', 'PATCH', 'DELETE']), path: z.string() }),
  body: z.record(z.string(), z.unknown()),
  needs: z.array(need),
  /** Neither phase nor deadline can move by it: it may be shown as done before the answer is there. */
  light: z.boolean(),
  /** What is asked before it is sent, for acts that can't be taken back; the label names the effect. */
  confirm: z.string().optional(),
});
export type Act = z.infer<typeof act>;

/** What can be done in a journey now, the likely first, and what can't yet. */
export const acts = z.strictObject({
  possible: z.array(act),
  notYet: z.array(
    z.strictObject({
      key: z.string(),
      group: actGroup,
      label: z.string(),
      words: z.array(z.string()),
      missing: z.array(missing),
    }),
  ),
});
export type Acts = z.infer<typeof acts>;
