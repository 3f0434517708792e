import { z } from 'zod';
import { day, email, id, line } from '../routes/fields.js';

/** What is said of a participant beside the name; all of it may be unknown. */
const facts = {
  sex: z.enum(['male', 'female', 'diverse']).optional(),
  /** BCP 47: `de`, `fa-AF`. */
  secondLanguage: languageTag().optional(),
  phone: phone().optional(),
  email: email.optional(),
  /** The channels on which the participant wants to be written to. */
  channels: z
    .array(z.enum(['email']))
    .max(1)
    .optional(),
  /** ISO 3166-1 alpha-2. */
  nationality: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  germanLevel: z.enum(['A0', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2']).optional(),
  schoolCertificate: z.enum(['none', 'foreign', 'ESA', 'EESA', 'MSA']).optional(),
};

/** Somebody who enters the programme; `id` where she was here before. */
export const newParticipant = z.strictObject({
  id: id.optional(),
  givenName: line(100),
  familyName: line(100),
  bornOn: day,
  language: languageTag(),
  ...facts,
});

/** What changed of a participant: contact data, language, channels, or what was recorded wrongly. */
export const changedParticipant = newParticipant.omit({ id: true }).partial();

/** A participant as a journey shows her; what was erased is absent. */
export const participant = z.strictObject({
  id: z.uuid(),
  givenName: z.string().optional(),
  familyName: z.string().optional(),
  bornOn: day.optional(),
  language: z.string().optional(),
  sex: facts.sex,
  secondLanguage: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  channels: z.array(z.string()).optional(),
  nationality: z.string().optional(),
  germanLevel: z.string().optional(),
  schoolCertificate: z.string().optional(),
});
export type Participant = z.infer<typeof participant>;

/** A name as lists show it. */
export const name = z.strictObject({
  givenName: z.string().optional(),
  familyName: z.string().optional(),
});

function languageTag() {
  return z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/);
}

function phone() {
  return z
    .string()
    .trim()
    .regex(/^\+?[\d ()/-]{5,30}$/);
}
