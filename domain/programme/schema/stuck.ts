import { z } from 'zod';
import { fact } from './fact.js';
import { anchorKey, key, moduleKey, role, span, text } from './words.js';

const severity = z.union([z.literal(1), z.literal(2), z.literal(3)]);

/** From which span on it is raised, how grave it is then, and who is told. */
const step = z.strictObject({ after: span, severity, to: z.array(role).min(1) });

/** What a span counts from. */
const start = z.union([
  /** `entry`: the first contact, for a journey taken over the day of import; `contact`: the last one in both directions. */
  z.enum(['entry', 'contact']),
  /** A milestone; a journey taken over, whose row can't tell of it, counts from the day of import. */
  z.strictObject({ milestone: key, field: z.string().optional(), in: z.array(z.string()).min(1).optional() }),
  /** The newest of these milestones, and nothing where there is none. */
  z.strictObject({ newestOf: z.array(key).min(1) }),
  /** The phase, and nothing in any other; a milestone gives a quiet time first. */
  z.strictObject({ phase: key, quietFor: span }),
  /** An instance of a module is in one of these states. */
  z.strictObject({ modules: z.array(moduleKey).min(1), states: z.array(z.string()).min(1) }),
]);

/** What is wrong, as it follows from the facts. */
const condition = z.union([
  /** Something lasts too long; it is over when one of these facts stands. */
  z.strictObject({ since: start, unless: z.array(fact).default([]) }),
  /** A named day comes near (`until`), or is over (`past`). */
  z.strictObject({ until: anchorKey, unless: z.array(fact).default([]) }),
  z.strictObject({ past: anchorKey, unless: z.array(fact).default([]) }),
  /** An open deadline of this rule comes near. */
  z.strictObject({ deadline: key, unless: z.array(fact).default([]) }),
  /** A paper of one of these kinds, until a person has verified the rule's deadline or another paper is there. */
  z.strictObject({ paper: z.array(key).min(1), untilVerified: key }),
  /** So many messages in a row were not taken. */
  z.strictObject({ failedMessages: z.int().min(1) }),
]);

const cause = z.strictObject({
  condition,
  steps: z.array(step).min(1),
  /** Other steps while the journey is in one of these phases. */
  inPhases: z.record(key, z.array(step)).default({}),
});

/** When a journey needs attention, as data. Thresholds are the programme's; nobody is ranked. */
export const stuck = z.strictObject({
  key,
  title: text,
  /** The same without what tells the kind of paper: it stands in mails to staff. Default: the title. */
  mailTitle: text.optional(),
  class: z.enum(['case', 'status']),
  /** Each is a reason of its own. */
  causes: z.array(cause).min(1),
  /** Who is told as well when it is still raised so long after. */
  escalation: z.strictObject({ after: span, to: z.array(role).min(1) }).optional(),
  suggestion: text,
  whilePaused: z.enum(['runs', 'stops']),
});

export type StuckRule = z.infer<typeof stuck>;
export type StuckCause = z.infer<typeof cause>;
export type StuckCondition = z.infer<typeof condition>;
export type StuckStart = z.infer<typeof start>;
