import type { Language } from '../journeys/views/language.js';
import type { Words } from '../programmes/words/in-language.js';

export type { Words };

/** In the reader's language. */
export const inWords = ({ language }: { language: Language }, words: Words): string => words[language];

/** What must not be written down. */
export const noteHint: Words = {
  de: 'Bitte keine Angaben zu Gesundheit, Religion oder Asylgründen.',
  en: 'Please nothing about health, religion or reasons for asylum.',
};

/** The labels of fields that are no milestone's own. */
export const needWords = {
  on: { de: 'Am', en: 'On' },
  since: { de: 'Seit', en: 'Since' },
  until: { de: 'Zurückstellen bis', en: 'Put aside until' },
  note: { de: 'Notiz', en: 'Note' },
  reason: { de: 'Grund', en: 'Reason' },
  result: { de: 'Ergebnis', en: 'Result' },
  channel: { de: 'Wie', en: 'How' },
  direction: { de: 'Von wem ging es aus', en: 'Who began it' },
  reached: { de: 'Jemand wurde erreicht', en: 'Somebody was reached' },
  topics: { de: 'Themen', en: 'Topics' },
  kind: { de: 'Papier', en: 'Paper' },
  validUntil: { de: 'Gültig bis', en: 'Valid until' },
  validFrom: { de: 'Gültig ab', en: 'Valid from' },
  employmentNote: { de: 'Arbeit laut Papier', en: 'Work, by the paper' },
  proof: { de: 'Nachweis', en: 'Proof' },
  provider: { de: 'Träger', en: 'Provider' },
  purposes: { de: 'Wofür', en: 'For what' },
  coach: { de: 'Coach', en: 'Coach' },
  givenName: { de: 'Vorname', en: 'Given name' },
  familyName: { de: 'Familienname', en: 'Family name' },
  bornOn: { de: 'Geboren am', en: 'Born on' },
  language: { de: 'Sprache', en: 'Language' },
  secondLanguage: { de: 'Zweite Sprache', en: 'Second language' },
  phone: { de: 'Telefon', en: 'Phone' },
  email: { de: 'E-Mail', en: 'E-mail' },
  channels: { de: 'Möchte Nachrichten per', en: 'Wants messages by' },
  sex: { de: 'Geschlecht', en: 'Sex' },
  nationality: { de: 'Staatsangehörigkeit', en: 'Nationality' },
  germanLevel: { de: 'Deutsch', en: 'German' },
  schoolCertificate: { de: 'Schulabschluss', en: 'School certificate' },
} satisfies Record<string, Words>;

export type NeedWord = keyof typeof needWords;
