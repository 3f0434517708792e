import { addDays, type Day } from './days.js';

const weekdays = ['so', 'mo', 'di', 'mi', 'do', 'fr', 'sa'];

/**
 * Reads a day as people type it: `05.12.2026`, `5.12.`, `051226`, `05122026`, `+12`, `mo`, `heute`. Without a year the
 * one nearest to today is meant, so that `5.1.` in December is next month.
 * @returns undefined where no day can be meant
 */
export function readDay(typed: string, today: Day): Day | undefined {
  const text = typed.trim().toLowerCase();
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return existing(text);
  if (text === 'heute' || text === 'today') return today;
  const distance = /^([+-])(\d{1,4})$/.exec(text);
  if (distance) return addDays(today, Number(distance[1] + (distance[2] ?? '')));
  const wished = weekdays.indexOf(text.slice(0, 2));
  if (wished !== -1 && /^[a-z]+$/.test(text)) return nextWeekday(wished, today);
  const digits = /^(\d{2})(\d{2})(\d{2}|\d{4})?$/.exec(text);
  const dotted = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{2}|\d{4})?)?$/.exec(text);
  const [, day, month, year] = digits ?? dotted ?? [];
  if (day === undefined || month === undefined) return undefined;
  if (year !== undefined) return existing(iso(year.length === 2 ? `20${year}` : year, month, day));
  return nearest(month, day, today);
}

const iso = (year: string, month: string, day: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

function existing(day: string): Day | undefined {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : undefined;
}

function nextWeekday(wished: number, today: Day): Day {
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  return addDays(today, (wished - now + 7) % 7 || 7);
}

function nearest(month: string, day: string, today: Day): Day | undefined {
  const year = Number(today.slice(0, 4));
  const far = (each: Day): number => Math.abs(Date.parse(each) - Date.parse(today));
  const candidates = [year - 1, year, year + 1].flatMap(
    (each) => existing(iso(String(each), month, day)) ?? [],
  );
  return candidates.sort((a, b) => far(a) - far(b))[0];
}
