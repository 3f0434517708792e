import { purposeWords } from '../../journeys/views/event-words.js';
import type { Words } from './in-language.js';

type Named = Words & { values?: Readonly<Record<string, Words>> };

/** A value that is called the same in every language, such as a level or a paragraph. */
const same = (text: string): Words => ({ de: text, en: text });
const sameFor = (...texts: string[]) => Object.fromEntries(texts.map((text) => [text, same(text)]));
const other: Words = { de: 'Sonstiges', en: 'Other' };
const levels = sameFor('A0', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2');

/** The fields of what is recorded, and their values, as a timeline names them. */
const fields: Readonly<Record<string, Named>> = {
  on: { de: 'Am', en: 'On' },
  note: { de: 'Notiz', en: 'Note' },
  reason: { de: 'Grund', en: 'Reason' },
  purposes: { de: 'Zwecke', en: 'Purposes', values: purposeWords },
  language: { de: 'Sprache', en: 'Language' },
  form: {
    de: 'Form',
    en: 'Form',
    values: { paper: { de: 'auf Papier', en: 'on paper' }, digital: same('digital') },
  },
  textVersion: { de: 'Fassung des Textes', en: 'Version of the text' },
  result: {
    de: 'Ergebnis',
    en: 'Result',
    values: {
      eligible: { de: 'Zugang möglich', en: 'Eligible' },
      not_eligible: { de: 'Zugang nicht möglich', en: 'Not eligible' },
    },
  },
  reasonCode: {
    de: 'Grund',
    en: 'Reason',
    values: { age_exception: { de: 'Ausnahme beim Alter', en: 'Exception for age' } },
  },
  statusKind: { de: 'Aufenthaltsstatus', en: 'Residence status' },
  livesInStateFacility: { de: 'Wohnt in einer Landeseinrichtung', en: 'Lives in a state facility' },
  topics: {
    de: 'Themen',
    en: 'Topics',
    values: {
      language: { de: 'Sprache', en: 'Language' },
      school: { de: 'Schule', en: 'School' },
      work: { de: 'Arbeit', en: 'Work' },
      housing: { de: 'Wohnen', en: 'Housing' },
      childcare: { de: 'Kinderbetreuung', en: 'Childcare' },
      support: { de: 'Unterstützung', en: 'Support' },
      authority: { de: 'Behörde', en: 'Authority' },
      application: { de: 'Bewerbung', en: 'Application' },
      employer: { de: 'Betrieb', en: 'Employer' },
      family: { de: 'Familie', en: 'Family' },
      other,
    },
  },
  germanLevel: { de: 'Deutschniveau', en: 'Level of German', values: levels },
  schoolingYears: {
    de: 'Schuljahre',
    en: 'Years at school',
    values: {
      '0': { de: 'keine', en: 'none' },
      ...sameFor('1-4', '5-8'),
      '9+': { de: 'ab 9', en: '9 or more' },
    },
  },
  reassessment: { de: 'Neue Erhebung', en: 'New assessment' },
  instrument: { de: 'Verfahren', en: 'Instrument' },
  goals: { de: 'Ziele', en: 'Goals' },
  steps: { de: 'Schritte', en: 'Steps' },
  nextReviewOn: { de: 'Nächste Überprüfung', en: 'Next review' },
  agreedOn: { de: 'Vereinbart am', en: 'Agreed on' },
  level: { de: 'Niveau', en: 'Level', values: levels },
  skills: {
    de: 'Prüfungsteile',
    en: 'Parts',
    values: { oral: { de: 'mündlich', en: 'oral' }, written: { de: 'schriftlich', en: 'written' } },
  },
  type: {
    de: 'Art',
    en: 'Kind',
    values: {
      ESA: { de: 'Erster Schulabschluss (ESA)', en: 'First school certificate (ESA)' },
      EESA: {
        de: 'Erweiterter Erster Schulabschluss (EESA)',
        en: 'Extended first school certificate (EESA)',
      },
      MSA: { de: 'Mittlerer Schulabschluss (MSA)', en: 'Intermediate school certificate (MSA)' },
      dual: { de: 'betrieblich', en: 'in a company' },
      school: { de: 'schulisch', en: 'at a school' },
      assistant: { de: 'Helferausbildung', en: 'as an assistant' },
    },
  },
  kind: {
    de: 'Art',
    en: 'Kind',
    values: {
      training: { de: 'Ausbildung', en: 'Training' },
      job: { de: 'Arbeit', en: 'Job' },
      eq: { de: 'Einstiegsqualifizierung', en: 'Introductory training' },
      internship: { de: 'Praktikum', en: 'Internship' },
      ...Object.fromEntries(['60c', '16g', '25a', '25b', '19d'].map((at) => [at, same(`§ ${at}`)])),
      berufskolleg: same('Berufskolleg'),
      weiterbildungskolleg: same('Weiterbildungskolleg'),
      other,
    },
  },
  validFrom: { de: 'Gültig ab', en: 'Valid from' },
  validUntil: { de: 'Gültig bis', en: 'Valid until' },
  field: { de: 'Berufsfeld', en: 'Field of work' },
  startsOn: { de: 'Beginn', en: 'Begins on' },
  endsOn: { de: 'Ende', en: 'Ends on' },
  probationMonths: { de: 'Probezeit in Monaten', en: 'Months of probation' },
  occupation: { de: 'Beruf', en: 'Occupation' },
  proof: {
    de: 'Nachweis',
    en: 'Proof',
    values: {
      receipt_seen: { de: 'Eingangsbestätigung gesehen', en: 'Receipt seen' },
      third_party_confirmed: { de: 'von anderen bestätigt', en: 'Confirmed by others' },
      self_reported: { de: 'nur erzählt', en: 'Told only' },
    },
  },
  hoursClass: { de: 'Arbeitszeit', en: 'Working hours' },
  endedBy: { de: 'Beendet von', en: 'Ended by' },
  body: { de: 'Stelle', en: 'Body' },
  outcome: { de: 'Ergebnis', en: 'Outcome' },
  provider: { de: 'Träger', en: 'Provider' },
  channel: {
    de: 'Weg',
    en: 'Channel',
    values: {
      in_person: { de: 'persönlich', en: 'in person' },
      phone: { de: 'Telefon', en: 'phone' },
      video: same('Video'),
      email: { de: 'E-Mail', en: 'e-mail' },
      sms: same('SMS'),
      letter: { de: 'Brief', en: 'letter' },
      messenger: same('Messenger'),
    },
  },
  direction: {
    de: 'Richtung',
    en: 'Direction',
    values: { out: { de: 'von uns', en: 'from us' }, in: { de: 'an uns', en: 'to us' } },
  },
};

/** The same, by `field` and `field.value`. */
export const fieldWords: Readonly<Record<string, Words>> = Object.fromEntries(
  Object.entries(fields).flatMap(([field, { de, en, values = {} }]) => [
    [field, { de, en }],
    ...Object.entries(values).map(([value, words]) => [`${field}.${value}`, words] as const),
  ]),
);
