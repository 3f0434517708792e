import type { HoldReason } from '../../domain/journey/events.js';
import { wordsOfValues } from './field-words.js';
import type { Words } from './words.js';

/** What can be chosen outside of milestones, in the order in which people want it. */
export const channels = wordsOfValues('channel', [
  'phone',
  'in_person',
  'messenger',
  'sms',
  'email',
  'video',
  'letter',
]);
export const directions = wordsOfValues('direction', ['out', 'in']);
export const topics = wordsOfValues('topics', [
  'authority',
  'application',
  'employer',
  'school',
  'family',
  'other',
]);
export const proofs = wordsOfValues('proof', ['receipt_seen', 'third_party_confirmed', 'self_reported']);
export const germanLevels = wordsOfValues('germanLevel', ['A0', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2']);

export const schoolCertificates: Readonly<Record<string, Words>> = {
  none: { de: 'keiner', en: 'none' },
  foreign: { de: 'im Ausland erworben', en: 'from abroad' },
  ...wordsOfValues('type', ['ESA', 'EESA', 'MSA']),
};

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

/** Why a flag is put aside: one of these sentences is what is recorded. */
export const snoozeReasons: readonly Words[] = [
  { de: 'Antwort der Behörde abwarten', en: 'Waiting for the authority’s answer' },
  { de: 'Termin vereinbart', en: 'An appointment is made' },
  { de: 'Person bittet um Ruhe', en: 'The person asks for quiet' },
  { de: 'Anderer Grund', en: 'Another reason' },
];

/** Why a message is held back. */
export const holdReasonWords = {
  soon_in_person: { de: 'Wir sprechen bald miteinander', en: 'We will talk soon' },
  asked_for_quiet: { de: 'Person bittet um Ruhe', en: 'The person asks for quiet' },
  to_be_checked: { de: 'Erst prüfen', en: 'To be checked first' },
  other: { de: 'Anderer Grund', en: 'Another reason' },
} satisfies Record<HoldReason, Words>;
