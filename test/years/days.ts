/** A calendar day in Berlin, 2026-11-23. This folder reckons with plain dates and loops of its own, not with the domain's. */
export type Day = string;

/** A moment on Berlin's clocks, '2026-11-23 12:00': moments sort as they are read. */
export type Moment = string;

const noon = (day: Day): Date => new Date(`${day}T12:00:00Z`);
const written = (date: Date): Day => date.toISOString().slice(0, 10);

/** So many days later; negative is earlier. */
export function plusDays(day: Day, count: number): Day {
  const date = noon(day);
  date.setUTCDate(date.getUTCDate() + count);
  return written(date);
}

/** So many months later; a day that the month does not have is its last one. */
export function plusMonths(day: Day, count: number): Day {
  const date = noon(day);
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + count);
  const first = written(date);
  const last = plusDays(firstOfNextMonth(first), -1);
  const wanted = `${first.slice(0, 8)}${String(dayOfMonth).padStart(2, '0')}`;
  return wanted < last ? wanted : last;
}

const firstOfNextMonth = (first: Day): Day => `${plusDays(first, 31).slice(0, 8)}01`;

/** The last day of a period whose first day counts: the day before the corresponding one (§ 188 (2), (3) BGB). */
export function lastDayOf(start: Day, months: number): Day {
  const corresponding = plusMonths(start, months);
  // where the month lacks the corresponding day, it ends with its last one
  return corresponding.slice(8) === start.slice(8) ? plusDays(corresponding, -1) : corresponding;
}

/** How many days lie between. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((noon(to).getTime() - noon(from).getTime()) / 86_400_000);
}

/** 0 is Sunday, 6 Saturday. */
export const weekday = (day: Day): number => noon(day).getUTCDay();

export const dayOf = (moment: Moment): Day => moment.slice(0, 10);
export const timeOf = (moment: Moment): string => moment.slice(11);

/** So many minutes later on the same day. */
export function plusMinutes(moment: Moment, count: number): Moment {
  const [hours = 0, minutes = 0] = timeOf(moment).split(':').map(Number);
  const total = hours * 60 + minutes + count;
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${dayOf(moment)} ${pad(Math.floor(total / 60))}:${pad(total % 60)}`;
}

const berlin = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** What Berlin's clocks show at an instant, by the machine's time zone data. */
export const momentOf = (instant: string): Moment => berlin.format(new Date(instant));

/** The first instant at which Berlin's clocks show that moment. */
export function instantOf(moment: Moment): string {
  const inWinter = new Date(`${moment.replace(' ', 'T')}:00+01:00`).toISOString();
  const inSummer = new Date(`${moment.replace(' ', 'T')}:00+02:00`).toISOString();
  return momentOf(inSummer) === moment ? inSummer : inWinter;
}
