import { z } from 'zod';
import { day, email, line, text } from '../routes/fields.js';
import { newPaper } from './paper.js';
import { newParticipant } from './person.js';

const key = z.string().regex(/^[a-z][a-z0-9_]{0,60}$/);
const note = text(5000).optional();

/** Somebody enters the programme. */
export const openJourney = z.strictObject({
  /** Default: the programme that is running. */
  programme: key.optional(),
  externalId: line(100).optional(),
  commune: key,
  coach: email.optional(),
  participant: newParticipant,
  document: newPaper.optional(),
  firstContactOn: day.optional(),
  /** Lets somebody in who is too old; for coordinators. */
  exception: z.strictObject({ reason: line(500) }).optional(),
});

/** Something that the programme counts has happened; the programme says which fields `data` has. */
export const reachMilestone = z.strictObject({
  milestone: key,
  on: day,
  data: z.record(z.string(), z.unknown()).default({}),
  note,
});

export const closeJourney = z.strictObject({ on: day, reason: key, note });
export const reopenJourney = z.strictObject({ on: day, note });

/** By e-mail; `null`: nobody. */
export const assignCoach = z.strictObject({ coach: email.nullable() });
