import { z } from 'zod';
import { missing } from '../problem.js';
import { day } from '../routes/fields.js';
import { flag, task } from './attention.js';
import { deadline } from './deadline.js';
import { document, renewalRequest } from './paper.js';
import { name, participant } from './person.js';
import { actor } from './shared.js';

/** A reached milestone; `data` holds what the reader's role may see. */
const milestone = z.strictObject({
  id: z.uuid(),
  milestone: z.string(),
  on: day.optional(),
  recordedAt: z.string(),
  recordedBy: actor,
  data: z.record(z.string(), z.unknown()),
  note: z.string().optional(),
  /** It was not so: it stays readable and has no effect. */
  withdrawn: z.literal(true).optional(),
});

const moduleInstance = z.strictObject({
  id: z.uuid(),
  module: z.string(),
  state: z.string(),
  since: day.optional(),
  source: z.enum(['register', 'person']),
});

/** What comes next, and what has to come before it. */
const step = z.union([
  z.strictObject({ milestone: z.string(), missing: z.array(missing) }),
  z.strictObject({ module: z.string(), missing: z.array(missing) }),
]);

/** A journey in full. What was erased, and what the reader's role may not see, is absent. */
export const journey = z.strictObject({
  id: z.uuid(),
  /** Counts what people recorded; the version for `If-Match`. */
  version: z.int(),
  programme: z.strictObject({ key: z.string(), version: z.int() }),
  externalId: z.string().optional(),
  phase: z.string(),
  phaseSince: day.optional(),
  overlays: z.array(z.string()),
  open: z.boolean(),
  commune: z.string(),
  /** The coach's e-mail address. */
  coach: z.string().nullable(),
  /** The e-mail address of a coach who has no account yet. */
  coachHint: z.string().optional(),
  participant,
  documents: z.array(document),
  /** That the renewal of the paper was asked for, as it was recorded. */
  renewalRequests: z.array(renewalRequest),
  milestones: z.array(milestone),
  modules: z.array(moduleInstance),
  next: z.array(step),
  deadlines: z.array(deadline),
  tasks: z.array(task),
  flags: z.array(flag),
  lastContactOn: day.nullable(),
});
export type Journey = z.infer<typeof journey>;

/** What a coach sees of a colleague's journey. */
export const reducedJourney = z.strictObject({
  id: z.uuid(),
  externalId: z.string().optional(),
  name,
  phase: z.string(),
  commune: z.string(),
  coach: z.string().nullable(),
});
export type ReducedJourney = z.infer<typeof reducedJourney>;

/** Something to look at in a journey that was opened all the same; `journeyId` leads to the other one. */
const openingWarning = z.strictObject({
  code: z.literal('possible-duplicate'),
  message: z.string(),
  journeyId: z.uuid(),
});
export type OpeningWarning = z.infer<typeof openingWarning>;

const warnings = z.array(openingWarning);

/** What opening answers: the journey as whoever opened it may see it, and what came up meanwhile. */
export const openedJourney = z.union([journey.extend({ warnings }), reducedJourney.extend({ warnings })]);

/** A journey in a list. */
export const journeyItem = reducedJourney.extend({
  version: z.int(),
  phaseSince: day.optional(),
  overlays: z.array(z.string()),
  open: z.boolean(),
  language: z.string().optional(),
  paper: z.strictObject({ kind: z.string(), validUntil: day.optional() }).nullable(),
  /** The earliest deadline that is not done, missed ones included. */
  nextDue: z.strictObject({ day, rule: z.string() }).nullable(),
  /** Of the worst flag. */
  severity: z.int().nullable(),
  /** Their rules, the gravest first. */
  flags: z.array(z.string()),
  modules: z.array(z.strictObject({ module: z.string(), state: z.string() })),
  lastContactOn: day.nullable(),
});
export type JourneyItem = z.infer<typeof journeyItem>;
