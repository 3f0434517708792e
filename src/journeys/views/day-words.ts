import { weekday } from '../../../domain/deadlines/day-arithmetic.js';
import { partsOf } from '../../../domain/deadlines/day.js';
import type { Day } from '../../../domain/time.js';
import type { Language } from './language.js';

const weekdays: Record<Language, readonly string[]> = {
  de: ['So', 'Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day as staff read it: `Sa, 05.12.2026`, `Sat 5 Dec 2026`. */
export function dayInWords(day: Day, language: Language): string {
  const { year, month, dayOfMonth } = partsOf(day);
  const name = weekdays[language][weekday(day) % 7] ?? '';
  const two = (value: number): string => String(value).padStart(2, '0');
  return language === 'de'
    ? `${name}, ${two(dayOfMonth)}.${two(month)}.${year}`
    : `${name} ${dayOfMonth} ${months[month - 1]} ${year}`;
}
