import { IntlMessageFormat, type Formatters } from 'intl-messageformat';
import { makeOnce } from '../make-once.js';

/** The version of these texts; raise it when one of them says something else. */
export const staffTextVersion = 1;

/**
 * What mails to staff say, in German: the language of the staff. Nobody is named, and no kind of paper is told
 * (contract § 4): a mail is read on the way, and by deputies. ICU MessageFormat.
 */
const messages = {
  subject: '{count, plural, one {# Hinweis} other {# Hinweise}} aus Lotse',
  urgentSubject: 'Bitte heute ansehen',
  greeting: 'Guten Tag,',
  intro: '{count, plural, one {dieser Hinweis wartet} other {diese # Hinweise warten}} auf Sie:',
  urgentIntro:
    'bitte sehen Sie {count, plural, one {diesen Hinweis} other {diese # Hinweise}} noch heute an:',
  externalId: 'Kennung {externalId}',
  noId: 'Ohne Kennung',
  open: '{title}, fällig am {day, date, ::dMMMMyyyy}',
  missed: '{title}, verstrichen am {day, date, ::dMMMMyyyy}',
  earliest: '{title}, möglich ab {day, date, ::dMMMMyyyy}',
  noDay: '{title}, der Tag steht in Lotse',
  since: '{title}, seit {day, date, ::dMMMMyyyy}',
  reminded: '{title}, seit {day, date, ::dMMMMyyyy}; die Koordination bittet Sie, danach zu sehen',
  toDo: '{title}, zu erledigen bis {day, date, ::dMMMMyyyy}',
  grave: 'Dringend: {line}',
  link: 'Begleitung {externalId} öffnen',
  noIdLink: 'Begleitung ohne Kennung öffnen',
  footer:
    'Aus Gründen des Datenschutzes stehen hier keine Namen. Lotse schreibt Ihnen von selbst, einmal am Morgen ' +
    'eines Arbeitstags; was nicht warten kann, kommt gleich.',
  deadline: 'Eine Frist',
  attention: 'Braucht Aufmerksamkeit',
  planningFailed: 'Lotse konnte etwas Fälliges nicht ausführen, bitte die Technik verständigen',
};

export type StaffText = keyof typeof messages;

/** Days are given as noon UTC and shown in UTC: the machine's own zone must not move them. */
const formatters: Formatters = {
  getNumberFormat: makeOnce((locales, options) => new Intl.NumberFormat(locales, options)),
  getDateTimeFormat: makeOnce(
    (locales, options) => new Intl.DateTimeFormat(locales, { ...options, timeZone: 'UTC' }),
  ),
  getPluralRules: makeOnce((locales, options) => new Intl.PluralRules(locales, options)),
};

const compiled = new Map(
  Object.entries(messages).map(([key, message]) => [
    key,
    new IntlMessageFormat(message, 'de-u-ca-gregory-nu-latn', undefined, { formatters, ignoreTag: true }),
  ]),
);

/** A text with its values; days as `YYYY-MM-DD` under `day`. */
export function staffText(
  key: StaffText,
  { day, ...values }: { day?: string; [name: string]: string | number | undefined } = {},
): string {
  const date = day === undefined ? {} : { day: new Date(`${day}T12:00:00Z`) };
  return String(compiled.get(key)?.format({ ...values, ...date }));
}
