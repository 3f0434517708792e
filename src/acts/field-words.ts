import type { Words } from './words.js';

const levels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'];
const same = (name: string, values: readonly string[]): Record<string, Words> =>
  Object.fromEntries(values.map((value) => [`${name}.${value}`, { de: value, en: value }]));

/**
 * The words of milestones' fields and their values: `level`, `level.B1`. Where one name means different things,
 * `<milestone>.<field>` comes first.
 */
export const fieldWords: Readonly<Record<string, Words>> = {
  purposes: { de: 'Wofür', en: 'For what' },
  'purposes.case_work': { de: 'Fallarbeit', en: 'Case work' },
  'purposes.reminders': { de: 'Erinnerungen', en: 'Reminders' },
  'purposes.provider': { de: 'Weitergabe an Träger', en: 'Sharing with providers' },
  language: { de: 'Sprache', en: 'Language' },
  form: { de: 'Form', en: 'Form' },
  'form.paper': { de: 'auf Papier', en: 'on paper' },
  'form.digital': { de: 'digital', en: 'digital' },
  textVersion: { de: 'Fassung des Textes', en: 'Version of the text' },

  result: { de: 'Ergebnis', en: 'Result' },
  'result.eligible': { de: 'Zugang möglich', en: 'Eligible' },
  'result.not_eligible': { de: 'Zugang nicht möglich', en: 'Not eligible' },
  reasonCode: { de: 'Grund', en: 'Reason' },
  statusKind: { de: 'Aufenthaltspapier', en: 'Residence paper' },
  livesInStateFacility: { de: 'Wohnt in einer Landeseinrichtung', en: 'Lives in a state facility' },

  topics: { de: 'Themen', en: 'Topics' },
  'topics.language': { de: 'Sprache', en: 'Language' },
  'topics.school': { de: 'Schule', en: 'School' },
  'topics.work': { de: 'Arbeit', en: 'Work' },
  'topics.housing': { de: 'Wohnen', en: 'Housing' },
  'topics.childcare': { de: 'Kinderbetreuung', en: 'Childcare' },
  'topics.support': { de: 'Unterstützung', en: 'Support' },
  germanLevel: { de: 'Deutsch', en: 'German' },
  'germanLevel.A0': { de: 'noch keins (A0)', en: 'none yet (A0)' },
  ...same('germanLevel', levels),
  schoolingYears: { de: 'Jahre in der Schule', en: 'Years at school' },
  'schoolingYears.0': { de: 'keine', en: 'none' },
  'schoolingYears.1-4': { de: '1 bis 4', en: '1 to 4' },
  'schoolingYears.5-8': { de: '5 bis 8', en: '5 to 8' },
  'schoolingYears.9+': { de: '9 oder mehr', en: '9 or more' },
  reassessment: { de: 'Erneute Erhebung', en: 'Reassessment' },
  instrument: { de: 'Verfahren', en: 'Instrument' },

  goals: { de: 'Ziele', en: 'Goals' },
  steps: { de: 'Nächste Schritte', en: 'Next steps' },
  nextReviewOn: { de: 'Nächste Durchsicht am', en: 'Next review on' },
  agreedOn: { de: 'Vereinbart am', en: 'Agreed on' },

  level: { de: 'Niveau', en: 'Level' },
  'level.A0': { de: 'A0', en: 'A0' },
  ...same('level', levels),
  skills: { de: 'Geprüft', en: 'Examined' },
  'skills.oral': { de: 'mündlich', en: 'oral' },
  'skills.written': { de: 'schriftlich', en: 'written' },

  type: { de: 'Art', en: 'Type' },
  'school_certificate_obtained.type': { de: 'Abschluss', en: 'Certificate' },
  'type.ESA': { de: 'Erster Schulabschluss (ESA)', en: 'First certificate (ESA)' },
  'type.EESA': { de: 'Erweiterter Erster Schulabschluss (EESA)', en: 'Extended first certificate (EESA)' },
  'type.MSA': { de: 'Mittlerer Schulabschluss (MSA)', en: 'Intermediate certificate (MSA)' },
  'training_contract_signed.type': { de: 'Art der Ausbildung', en: 'Kind of training' },
  'type.dual': { de: 'in Betrieb und Berufsschule', en: 'at a company and a vocational school' },
  'type.school': { de: 'an einer Schule', en: 'at a school' },
  'type.assistant': { de: 'Assistenz oder Helfer', en: 'assistant' },

  kind: { de: 'Art', en: 'Kind' },
  'work_permission_granted.kind': { de: 'Erlaubt', en: 'Allowed' },
  'kind.training': { de: 'Ausbildung', en: 'Training' },
  'kind.job': { de: 'Arbeit', en: 'Work' },
  'kind.eq': { de: 'Einstiegsqualifizierung', en: 'Introductory training' },
  'kind.internship': { de: 'Praktikum', en: 'Internship' },
  validUntil: { de: 'Gültig bis', en: 'Valid until' },
  'status_application_filed.kind': { de: 'Beantragt', en: 'Applied for' },
  'kind.60c': { de: 'Ausbildungsduldung (§ 60c)', en: 'Apprenticeship toleration (§ 60c)' },
  'kind.16g': { de: 'Aufenthaltserlaubnis (§ 16g)', en: 'Residence permit (§ 16g)' },
  'kind.25a': { de: 'Aufenthaltserlaubnis (§ 25a)', en: 'Residence permit (§ 25a)' },
  'kind.25b': { de: 'Aufenthaltserlaubnis (§ 25b)', en: 'Residence permit (§ 25b)' },
  'kind.19d': { de: 'Aufenthaltserlaubnis (§ 19d)', en: 'Residence permit (§ 19d)' },
  'kind.other': { de: 'etwas anderes', en: 'something else' },
  'status_gained.kind': { de: 'Aufenthaltserlaubnis', en: 'Residence permit' },
  'school_started.kind': { de: 'Schule', en: 'School' },
  'school_started.kind.other': { de: 'andere Schule', en: 'another school' },
  'kind.berufskolleg': { de: 'Berufskolleg', en: 'Vocational college' },
  'kind.weiterbildungskolleg': { de: 'Weiterbildungskolleg', en: 'Adult education college' },
  proof: { de: 'Nachweis', en: 'Proof' },
  'proof.receipt_seen': { de: 'Eingangsbestätigung gesehen', en: 'Receipt seen' },
  'proof.third_party_confirmed': { de: 'Von anderer Stelle bestätigt', en: 'Confirmed by somebody else' },
  'proof.self_reported': { de: 'Eigene Angabe, ohne Nachweis', en: 'Own word, without proof' },

  field: { de: 'Berufsfeld', en: 'Field of work' },
  startsOn: { de: 'Beginnt am', en: 'Begins on' },
  endsOn: { de: 'Endet am', en: 'Ends on' },
  probationMonths: { de: 'Probezeit in Monaten', en: 'Probation in months' },
  occupation: { de: 'Beruf', en: 'Occupation' },
  hoursClass: { de: 'Umfang', en: 'Hours' },
  endedBy: { de: 'Beendet von', en: 'Ended by' },
  reason: { de: 'Grund', en: 'Reason' },
  body: { de: 'An welche Stelle', en: 'To which body' },
  outcome: { de: 'Was die Person jetzt macht', en: 'What the person does now' },
};

/** The words of a milestone's field, or of one of its values; `undefined` where nobody has written them. */
export function wordsOfField(milestone: string, field: string, value?: string): Words | undefined {
  const key = value === undefined ? field : `${field}.${value}`;
  return fieldWords[`${milestone}.${key}`] ?? fieldWords[key];
}
