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

/** The renewal of the paper was asked for; only proof that others can confirm counts. */
export const requestRenewal = z.strictObject({
  on: day,
  proof: z.enum(['receipt_seen', 'third_party_confirmed', 'self_reported']),
  note,
});

const moduleKey = z.string().regex(/^F\d$/);

/** A module is proposed to somebody. */
export const proposeModule = z.strictObject({ module: moduleKey, on: day, provider: line(200).optional() });

/** A module goes on in its life. */
export const changeModule = z.strictObject({
  state: z.enum([
    'proposed',
    'applied',
    'waitlisted',
    'enrolled',
    'active',
    'paused',
    'completed',
    'aborted',
    'not_started',
  ]),
  on: day,
  reason: line(500).optional(),
  result: line(500).optional(),
});

/** Somebody was spoken or written to, or tried to be. */
export const recordContact = z.strictObject({
  on: day,
  channel: z.enum(['in_person', 'phone', 'video', 'email', 'sms', 'letter', 'messenger']),
  direction: z.enum(['out', 'in']),
  reached: z.boolean(),
  topics: z
    .array(z.enum(['authority', 'application', 'employer', 'school', 'family', 'other']))
    .max(6)
    .optional(),
  note,
});

/** Consent is withdrawn, without purposes all of it; no reason is asked. */
export const withdrawConsent = z.strictObject({
  on: day,
  purposes: z
    .array(z.enum(['case_work', 'reminders', 'provider']))
    .min(1)
    .optional(),
});

export const setOverlay = z.strictObject({ since: day, note });
export const withdrawRecord = z.strictObject({ reason: line(500) });
export const pauseJourney = z.strictObject({
  on: day,
  reason: z.enum(['personal', 'away', 'other']).optional(),
  note,
});
export const resumeJourney = z.strictObject({ on: day, note });

export const verifyDeadline = z.strictObject({ on: day });
export const doTask = z.strictObject({ on: day, note });
/** A message waits until somebody lets it go. */
export const holdMessage = z.strictObject({
  reason: z.enum(['soon_in_person', 'asked_for_quiet', 'to_be_checked', 'other']),
});
export const snoozeFlag = z.strictObject({ until: day, reason: line(500) });
