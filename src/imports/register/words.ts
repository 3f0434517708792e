import { vocabulary } from './fold.js';

// The words that the register's columns know, and what Lotse calls the same.

/** `Aufenthaltsstatus`: the kind of paper. */
export const documentKind = vocabulary({
  Duldung: 'toleration_60a',
  'Duldung § 60a': 'toleration_60a',
  'Duldung § 60b': 'toleration_60b',
  'Duldung § 60c': 'toleration_60c',
  Ausbildungsduldung: 'toleration_60c',
  'Ausbildungsduldung § 60c': 'toleration_60c',
  'Duldung § 60d': 'toleration_60d',
  Beschäftigungsduldung: 'toleration_60d',
  'Beschäftigungsduldung § 60d': 'toleration_60d',
  Aufenthaltsgestattung: 'asylum_permission',
  Ankunftsnachweis: 'arrival_certificate',
  ...permit('§ 16g', 'residence_permit_16g'),
  ...permit('§ 19d', 'residence_permit_19d'),
  ...permit('§ 25a', 'residence_permit_25a'),
  ...permit('§ 25b', 'residence_permit_25b'),
  ...permit('§ 25 Abs. 5', 'residence_permit_25_5'),
  ...permit('§ 104c', 'residence_permit_104c'),
  ...permit('§ 25 Abs. 1', 'residence_permit_protection'),
  ...permit('§ 25 Abs. 2', 'residence_permit_protection'),
  ...permit('§ 25 Abs. 3', 'residence_permit_protection'),
  ...permit('§ 25 Abs. 1–3', 'residence_permit_protection'),
  Fiktionsbescheinigung: 'fiction_certificate',
  Grenzübertrittsbescheinigung: 'border_crossing_certificate',
});

/** A residence permit is written with its word or by its paragraph alone. */
function permit(paragraph: string, kind: string): Record<string, string> {
  return { [`Aufenthaltserlaubnis ${paragraph}`]: kind, [paragraph]: kind };
}

export type EmploymentNote = 'allowed' | 'with_permission' | 'not_allowed' | 'unknown';

/** `Nebenbestimmung`: what the paper says of work, in the wordings in use. */
export const employmentNote = vocabulary<EmploymentNote>({
  gestattet: 'allowed',
  erlaubt: 'allowed',
  'Erwerbstätigkeit gestattet': 'allowed',
  'Erwerbstätigkeit erlaubt': 'allowed',
  'Beschäftigung gestattet': 'allowed',
  'Beschäftigung erlaubt': 'allowed',
  'mit Erlaubnis': 'with_permission',
  'nur mit Erlaubnis': 'with_permission',
  'mit Genehmigung': 'with_permission',
  'nur mit Genehmigung': 'with_permission',
  'Beschäftigung mit Erlaubnis': 'with_permission',
  'Beschäftigung nur mit Erlaubnis': 'with_permission',
  'Beschäftigung nur mit Erlaubnis der Ausländerbehörde': 'with_permission',
  'Beschäftigung nur mit Genehmigung der Ausländerbehörde': 'with_permission',
  'Erwerbstätigkeit nur mit Erlaubnis der Ausländerbehörde': 'with_permission',
  'nicht gestattet': 'not_allowed',
  'nicht erlaubt': 'not_allowed',
  'Erwerbstätigkeit nicht gestattet': 'not_allowed',
  'Erwerbstätigkeit nicht erlaubt': 'not_allowed',
  'Beschäftigung nicht gestattet': 'not_allowed',
  'Beschäftigung nicht erlaubt': 'not_allowed',
  unbekannt: 'unknown',
});

export type Sex = 'male' | 'female' | 'diverse';

/** `Geschlecht`. */
export const sex = vocabulary<Sex>({
  m: 'male',
  männlich: 'male',
  w: 'female',
  weiblich: 'female',
  d: 'diverse',
  divers: 'diverse',
});

/** `Deutschniveau`. */
export const germanLevel = vocabulary({
  A0: 'A0',
  A1: 'A1',
  A2: 'A2',
  B1: 'B1',
  B2: 'B2',
  C1: 'C1',
  C2: 'C2',
});

/** `Schulabschluss`, by the names of the certificates in North Rhine-Westphalia before and since their reform. */
export const schoolCertificate = vocabulary({
  ohne: 'none',
  Herkunftsland: 'foreign',
  'HSA 9': 'ESA',
  ESA: 'ESA',
  'HSA 10': 'EESA',
  EESA: 'EESA',
  MSA: 'MSA',
});

export type Module = 'F1' | 'F2' | 'F3' | 'F4' | 'F5' | 'F6';

/** `Bausteine`, by name or number. */
export const moduleNamed = vocabulary<Module>({
  Coaching: 'F1',
  Sprachförderung: 'F2',
  Hauptschulabschluss: 'F3',
  Vorbereitungskurs: 'F4',
  Teilhabemanagement: 'F6',
  F1: 'F1',
  F2: 'F2',
  F3: 'F3',
  F4: 'F4',
  F5: 'F5',
  F6: 'F6',
});

export type Purpose = 'case_work' | 'reminders' | 'provider';

/** `Einwilligung für`. */
export const purpose = vocabulary<Purpose>({
  Fallarbeit: 'case_work',
  Erinnerungen: 'reminders',
  Träger: 'provider',
});

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/**
 * `Sprache`: a language tag of BCP 47 with the usual letter case, such as `fa` or `fa-AF`. Nothing is replaced: to
 * Lotse's texts `kmr` and `ku` are two languages.
 */
export function languageTag(cell: string): string | undefined {
  const [, language, script, region] =
    /^([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?$/i.exec(cell) ?? [];
  if (language === undefined) return undefined;
  if (languageNames.of(language.toLowerCase()) === undefined) return undefined;
  const written = script && `${script.slice(0, 1).toUpperCase()}${script.slice(1).toLowerCase()}`;
  return [language.toLowerCase(), written, region?.toUpperCase()]
    .filter((part) => part !== undefined)
    .join('-');
}
