import { say } from '../texts/common.js';
import { currentLanguage } from '../texts/language.js';

/** A calendar day as the API writes it: `YYYY-MM-DD`. */
export type Day = string;

const dayMs = 86_400_000;
const utc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

export const addDays = (day: Day, days: number): Day =>
  new Date(utc(day) + days * dayMs).toISOString().slice(0, 10);

/** How many days after `from`; negative before it. */
export const daysFrom = (from: Day, day: Day): number => Math.round((utc(day) - utc(from)) / dayMs);

const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant in the reader's language. */
export function formatted(instant: number, options: Intl.DateTimeFormatOptions): string {
  const language = currentLanguage() === 'de' ? 'de-DE' : 'en-GB';
  const name = language + JSON.stringify(options);
  const format = formats.get(name) ?? new Intl.DateTimeFormat(language, options);
  formats.set(name, format);
  return format.format(instant);
}

const numeric = { day: '2-digit', month: '2-digit', timeZone: 'UTC' } as const;
const weekday = (day: Day): string =>
  formatted(utc(day), { weekday: 'short', timeZone: 'UTC' }).replace('.', '');
const figures = (day: Day, options: Intl.DateTimeFormatOptions): string =>
  formatted(utc(day), { ...numeric, ...options }).replaceAll('/', '.');

/** `Sa, 05.12.2026` */
export const dayInFull = (day: Day): string => `${weekday(day)}, ${figures(day, { year: 'numeric' })}`;

/** `Sa, 05.12.26`, for tables. */
export const dayInTable = (day: Day): string => `${weekday(day)}, ${figures(day, { year: '2-digit' })}`;

/** `Sa, 05.12.`, where the year is plain. */
export const dayAndMonth = (day: Day): string => {
  const short = figures(day, {});
  return `${weekday(day)}, ${short.endsWith('.') ? short : `${short}.`}`;
};

/** `Samstag, 5. Dezember 2026` */
export const dayInWords = (day: Day): string =>
  formatted(utc(day), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `Donnerstag, 12. November` */
export const dayAsHeading = (day: Day, today: Day): string =>
  day.slice(0, 4) === today.slice(0, 4)
    ? formatted(utc(day), { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
    : dayInWords(day);

/** `7. bis 13. Dezember`, `30. November bis 6. Dezember`: a week by its Monday. */
export function weekInWords(monday: Day): string {
  const sunday = addDays(monday, 6);
  const to = formatted(utc(sunday), { day: 'numeric', month: 'long', timeZone: 'UTC' });
  if (monday.slice(0, 7) === sunday.slice(0, 7)) {
    return say('weekDays', { from: formatted(utc(monday), { day: 'numeric', timeZone: 'UTC' }), to });
  }
  return say('weekAcross', {
    from: formatted(utc(monday), { day: 'numeric', month: 'long', timeZone: 'UTC' }),
    to,
  });
}

/** The Monday of a day's week. */
export const mondayOf = (day: Day): Day => addDays(day, -((new Date(utc(day)).getUTCDay() + 6) % 7));

/** The number of a day's week by ISO 8601: a year's first week is the one that has its fourth of January. */
export function weekNumber(day: Day): number {
  const monday = mondayOf(day);
  const year = addDays(monday, 3).slice(0, 4);
  return daysFrom(mondayOf(`${year}-01-04`), monday) / 7 + 1;
}

/** `heute`, `in 12 Tagen`, from 90 days on in weeks, from a year on in months, from three on in years. */
export function distance(day: Day, today: Day): string {
  const n = daysFrom(today, day);
  if (n === 0) return say('today');
  if (n === 1) return say('tomorrow');
  if (n === 2) return say('afterTomorrow');
  if (n === -1) return say('yesterday');
  const far = Math.abs(n);
  if (far <= 90) return say(n > 0 ? 'inDays' : 'agoDays', { n: far });
  if (far < 365) return say(n > 0 ? 'inWeeks' : 'agoWeeks', { n: Math.round(far / 7) });
  if (far < 3 * 365) return say(n > 0 ? 'inMonths' : 'agoMonths', { n: Math.round(far / 30.44) });
  return say(n > 0 ? 'inYears' : 'agoYears', { n: Math.floor(far / 365.25) });
}

// made once: making one takes longer than drawing a row
const inBerlin = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin', dateStyle: 'short' });

/** The day in Berlin on which an instant lies. */
export const berlinDay = (instant: string): Day => inBerlin.format(Date.parse(instant));

/** `10:00 Uhr` in Berlin. */
export const timeOf = (instant: string): string =>
  say('clock', {
    time: formatted(Date.parse(instant), { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Berlin' }),
  });

/** `Do, 12.11.2026, 15:10 Uhr` */
export const instantInFull = (instant: string): string =>
  `${dayInFull(berlinDay(instant))}, ${timeOf(instant)}`;

const midnight = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Berlin',
  hour: '2-digit',
  minute: '2-digit',
});

/** Whether an instant is the beginning of a day: what is planned for that is planned for the day, at no hour. */
const isDay = (instant: string): boolean => midnight.format(Date.parse(instant)) === '00:00';

/** When something is planned: `Do, 12.11.2026, 15:10 Uhr`, or the day where no hour is meant. */
export const plannedInFull = (instant: string): string =>
  isDay(instant) ? dayInFull(berlinDay(instant)) : instantInFull(instant);

/** The same for tables. */
export const plannedInTable = (instant: string): string => {
  const day = dayInTable(berlinDay(instant));
  return isDay(instant) ? day : `${day}, ${timeOf(instant)}`;
};
