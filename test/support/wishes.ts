import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import type { Command } from '../../domain/journey/commands/index.js';
import type { OpenJourney } from '../../domain/journey/commands/open-journey.js';
import type { Day } from '../../domain/time.js';

/** The person of whom the wishes speak, unless another one is named. */
export const participant = '5d0c6a0a-57b4-4f8f-8a51-6a1f0a3c8d22';

/** Somebody of 20 who may be written to by e-mail, once that is consented to. */
export const opening = (today: Day, id: string = participant): OpenJourney => ({
  type: 'OpenJourney',
  participant: id,
  commune: 'eschweiler',
  coach: null,
  person: { givenName: 'Merhawi', familyName: 'Tesfay', bornOn: addDays(today, -20 * 365) },
  contact: { language: 'ti', email: 'merhawi@example.org', channels: ['email'] },
});

/** Consent to being accompanied and, unless told otherwise, to being reminded. */
export const consent = (on: Day, purposes = ['case_work', 'reminders']): Command => ({
  type: 'ReachMilestone',
  milestone: 'consent_given',
  on,
  data: { purposes, language: 'ti', form: 'paper', textVersion: '1' },
});

/** A toleration that is valid until that day. */
export const paper = (validUntil: Day): Command & { type: 'RecordDocument' } => ({
  type: 'RecordDocument',
  paper: { kind: 'toleration_60a', validUntil, employmentNote: 'unknown' },
});

/** A plan that is to be reviewed on that day. */
export const planAgreed = (on: Day, nextReviewOn: Day): Command => ({
  type: 'ReachMilestone',
  milestone: 'plan_agreed',
  on,
  data: { goals: ['Ausbildung'], steps: ['Praktikum'], nextReviewOn, agreedOn: on },
});
