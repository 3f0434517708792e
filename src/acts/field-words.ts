import { fieldWords } from '../programmes/words/field-words.js';
import type { Words } from './words.js';

/** Where a form can ask more plainly than a timeline names it: `<milestone>.<field>`, `<milestone>.<field>.<value>`. */
export const askedWords: Readonly<Record<string, Words>> = {
  'consent_given.purposes': { de: 'Wofür', en: 'For what' },
  'eligibility_checked.statusKind': { de: 'Aufenthaltspapier', en: 'Residence paper' },
  'plan_agreed.nextReviewOn': { de: 'Nächste Durchsicht am', en: 'Next review on' },
  'plan_reviewed.nextReviewOn': { de: 'Nächste Durchsicht am', en: 'Next review on' },
  'school_certificate_obtained.type': { de: 'Abschluss', en: 'Certificate' },
  'training_contract_signed.type': { de: 'Art der Ausbildung', en: 'Kind of training' },
  'training_contract_signed.startsOn': { de: 'Beginnt am', en: 'Begins on' },
  'training_contract_signed.endsOn': { de: 'Endet am', en: 'Ends on' },
  'eq_started.endsOn': { de: 'Endet am', en: 'Ends on' },
  'work_permission_granted.kind': { de: 'Erlaubt', en: 'Allowed' },
  'status_application_filed.kind': { de: 'Beantragt', en: 'Applied for' },
  'status_application_filed.kind.60c': {
    de: 'Ausbildungsduldung (§ 60c)',
    en: 'Apprenticeship toleration (§ 60c)',
  },
  'status_gained.kind': { de: 'Aufenthaltserlaubnis', en: 'Residence permit' },
  'school_started.kind': { de: 'Schule', en: 'School' },
  'handover_to_regular_system.body': { de: 'An welche Stelle', en: 'To which body' },
  'follow_up_4w.outcome': { de: 'Was die Person jetzt macht', en: 'What the person does now' },
  'follow_up_6m.outcome': { de: 'Was die Person jetzt macht', en: 'What the person does now' },
};

/** The words of a milestone's field, or of one of its values; `undefined` where nobody has written them. */
export function wordsOfField(milestone: string, field: string, value?: string): Words | undefined {
  const key = value === undefined ? field : `${field}.${value}`;
  return askedWords[`${milestone}.${key}`] ?? fieldWords[key];
}

/** The words of these values of a field, in this order. */
export const wordsOfValues = (field: string, values: readonly string[]): Record<string, Words> =>
  Object.fromEntries(
    values.map((value) => [value, fieldWords[`${field}.${value}`] ?? { de: value, en: value }]),
  );
