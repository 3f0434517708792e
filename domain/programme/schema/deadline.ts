import { z } from 'zod';
import { compute } from './compute.js';
import { fact } from './fact.js';
import { anchorKey, key, offset, perRecipient, recipient, role, span, text } from './words.js';

const rung = z.strictObject({
  /** Offsets, or `mid`: halfway between the recorded date and the deadline's day. */
  at: z.array(z.union([offset, z.literal('mid')])).min(1),
  /** From the last of `at` on again and again, until it is done. */
  every: span.optional(),
  to: z.array(recipient).min(1),
  /** The text for participants; staff are told by Kennung, deadline and day. */
  text: key.optional(),
  /** What the offset counts from: the deadline's day, the day on which its cause became known, or the recorded date. */
  base: z.enum(['due', 'trigger', 'anchor']).default('due'),
});

/** What makes a deadline done beside a newer record of its anchor, which always does. */
const doneWhen = z.union([
  /** A person has confirmed its day. */
  z.strictObject({ verified: z.literal(true) }),
  fact,
]);

/** A deadline rule as data. Legal rules carry their source, and the days between which the law is what it says. */
export const deadline = z.strictObject({
  key,
  version: z.int().min(1),
  title: text,
  /** The same without what tells the kind of paper: it stands in mails to staff. Default: the title. */
  mailTitle: text.optional(),
  /** Which of the programme's kinds of deadlines it is one of: what people look at together. */
  kind: key,
  /** `status` where the rule's key tells the kind of paper; such rules are sealed apart. */
  class: z.enum(['case', 'status']),
  /** An `earliest` day can't be missed: when it comes the act is possible from then on. */
  direction: z.enum(['latest', 'earliest']).default('latest'),
  anchor: anchorKey,
  compute,
  /** All of these have to be so; for an anchor that is a paper, of that paper. */
  appliesIf: z.array(fact).default([]),
  /**
   * Whether a day that is none of work moves: back for the programme's own targets, forward only for periods before
   * courts, authorities, social insurers and for declarations under civil law. A paper's day never does.
   */
  roll: z.enum(['none', 'internal_back', 'court', 'admin', 'social', 'civil']),
  /** `dueRaw`: what begins on that day can't be recorded before it, also where the shown day was moved back. */
  missedAfter: z.enum(['due', 'dueRaw']).default('due'),
  reminders: z.array(rung),
  doneWhen: z.array(doneWhen),
  /** Who is told when it was missed, and what is to be done then. */
  onMissed: z.strictObject({ to: z.array(role), advice: text }).nullable(),
  /** A proven renewal request keeps it open, ends the participant's rungs and reminds these from then on. */
  pausedByRenewal: z.strictObject({ every: span, to: z.array(role) }).optional(),
  whilePaused: perRecipient(z.enum(['runs', 'stops'])),
  afterClose: perRecipient(z.enum(['ends', 'survives'])),
  law: z.strictObject({
    source: z.string(),
    confidence: z.enum(['sure', 'check', 'practice']),
    /** Facts of days outside of these give no deadline by this rule. */
    validFrom: z.iso.date().nullable(),
    validTo: z.iso.date().nullable(),
  }),
});

export type DeadlineRule = z.infer<typeof deadline>;
