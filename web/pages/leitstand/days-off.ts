import type { HorizonFigures } from '../../../contract/pages/figures.js';
import { say } from '../../texts/leitstand.js';
import { dayAndMonth } from '../../time/days.js';

/** The days of a week on which nobody answers at the offices, in words. */
export const daysOff = ({ holidays, closed }: HorizonFigures['weeks'][number]): string[] => [
  ...(holidays.length > 0 ? [say('holidays', { days: holidays.map(dayAndMonth).join(' ') })] : []),
  ...(closed.length > 0 ? [say('closed', { days: closed.map(dayAndMonth).join(' ') })] : []),
];
