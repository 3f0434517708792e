import type { Words } from './words.js';

/** The words of what can be chosen outside of milestones, in the order in which people want it. */
export const channels = {
  phone: { de: 'Telefon', en: 'Phone' },
  in_person: { de: 'Persönlich', en: 'In person' },
  messenger: { de: 'Messenger', en: 'Messenger' },
  sms: { de: 'SMS', en: 'SMS' },
  email: { de: 'E-Mail', en: 'E-mail' },
  video: { de: 'Video', en: 'Video' },
  letter: { de: 'Brief', en: 'Letter' },
} satisfies Record<string, Words>;

export const directions = {
  out: { de: 'Von uns', en: 'By us' },
  in: { de: 'Von der Person', en: 'By the person' },
} satisfies Record<string, Words>;

export const topics = {
  authority: { de: 'Behörde', en: 'Authority' },
  application: { de: 'Bewerbung', en: 'Application' },
  employer: { de: 'Betrieb', en: 'Employer' },
  school: { de: 'Schule', en: 'School' },
  family: { de: 'Familie', en: 'Family' },
  other: { de: 'Anderes', en: 'Other' },
} satisfies Record<string, Words>;

export const employmentNotes = {
  allowed: { de: 'erlaubt', en: 'allowed' },
  with_permission: { de: 'nur mit Genehmigung', en: 'only with permission' },
  not_allowed: { de: 'nicht erlaubt', en: 'not allowed' },
  unknown: { de: 'nicht bekannt', en: 'not known' },
} satisfies Record<string, Words>;

export const proofs = {
  receipt_seen: { de: 'Eingangsbestätigung gesehen', en: 'Receipt seen' },
  third_party_confirmed: { de: 'Von anderer Stelle bestätigt', en: 'Confirmed by somebody else' },
  self_reported: { de: 'Eigene Angabe, ohne Nachweis', en: 'Own word, without proof' },
} satisfies Record<string, Words>;

export const pauseReasons = {
  personal: { de: 'Persönliche Gründe', en: 'Personal reasons' },
  away: { de: 'Verreist', en: 'Away' },
  other: { de: 'Anderer Grund', en: 'Another reason' },
} satisfies Record<string, Words>;

export const sexes = {
  female: { de: 'weiblich', en: 'female' },
  male: { de: 'männlich', en: 'male' },
  diverse: { de: 'divers', en: 'diverse' },
} satisfies Record<string, Words>;

export const schoolCertificates = {
  none: { de: 'keiner', en: 'none' },
  foreign: { de: 'im Ausland erworben', en: 'from abroad' },
  ESA: { de: 'Erster Schulabschluss (ESA)', en: 'First certificate (ESA)' },
  EESA: { de: 'Erweiterter Erster Schulabschluss (EESA)', en: 'Extended first certificate (EESA)' },
  MSA: { de: 'Mittlerer Schulabschluss (MSA)', en: 'Intermediate certificate (MSA)' },
} satisfies Record<string, Words>;

/** Why a flag is put aside: one of these sentences is what is recorded. */
export const snoozeReasons: readonly Words[] = [
  { de: 'Antwort der Behörde abwarten', en: 'Waiting for the authority’s answer' },
  { de: 'Termin vereinbart', en: 'An appointment is made' },
  { de: 'Person bittet um Ruhe', en: 'The person asks for quiet' },
  { de: 'Anderer Grund', en: 'Another reason' },
];
