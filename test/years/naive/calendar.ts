import { plusDays, weekday, type Day } from '../days.js';

const easters = new Map<number, Day>();

/** Easter Sunday, by Gauss as Lichtenberg completed him. */
function easter(year: number): Day {
  const known = easters.get(year);
  if (known !== undefined) return known;
  const k = Math.floor(year / 100);
  const m = 15 + Math.floor((3 * k + 3) / 4) - Math.floor((8 * k + 13) / 25);
  const s = 2 - Math.floor((3 * k + 3) / 4);
  const a = year % 19;
  const d = (19 * a + m) % 30;
  const r = Math.floor((d + Math.floor(a / 11)) / 29);
  const og = 21 + d - r;
  const sz = 7 - ((year + Math.floor(year / 4) + s) % 7);
  const day = plusDays(`${year}-03-01`, og + (7 - ((og - sz) % 7)) - 1);
  easters.set(year, day);
  return day;
}

const holidays = new Map<Day, boolean>();

/** The eleven public holidays of North Rhine-Westphalia. */
export function isHoliday(day: Day): boolean {
  const known = holidays.get(day) ?? findHoliday(day);
  holidays.set(day, known);
  return known;
}

function findHoliday(day: Day): boolean {
  const year = Number(day.slice(0, 4));
  const fixed = ['01-01', '05-01', '10-03', '11-01', '12-25', '12-26'];
  return fixed.includes(day.slice(5)) || [-2, 1, 39, 50, 60].some((n) => plusDays(easter(year), n) === day);
}

/** Offices are closed on Saturdays, Sundays, holidays, Rosenmontag and from 24 December to 1 January. */
export function isOfficeDay(day: Day): boolean {
  const overTheYears = day.slice(5) >= '12-24' || day.slice(5) === '01-01';
  const rosenmontag = plusDays(easter(Number(day.slice(0, 4))), -48);
  const weekend = weekday(day) === 0 || weekday(day) === 6;
  return !weekend && !isHoliday(day) && !overTheYears && day !== rosenmontag;
}

/** The day itself where the offices work, else the last one before. */
export function officeDayBack(day: Day): Day {
  let reached = day;
  while (!isOfficeDay(reached)) reached = plusDays(reached, -1);
  return reached;
}

/** The day itself where the offices work, else the next one. */
export function officeDayFrom(day: Day): Day {
  let reached = day;
  while (!isOfficeDay(reached)) reached = plusDays(reached, 1);
  return reached;
}

/** Participants are written to on no Sunday and no holiday. */
export const isForWriting = (day: Day): boolean => weekday(day) !== 0 && !isHoliday(day);

/** Mondays to Fridays 09:00 to 19:00, Saturdays 10:00 to 16:00. */
export const writingHours = (day: Day): { from: string; to: string } =>
  weekday(day) === 6 ? { from: '10:00', to: '16:00' } : { from: '09:00', to: '19:00' };

/** The day itself where participants may be written to, else the next one. */
export function writingDayFrom(day: Day): Day {
  let reached = day;
  while (!isForWriting(reached)) reached = plusDays(reached, 1);
  return reached;
}
