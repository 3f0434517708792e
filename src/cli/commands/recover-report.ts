import { berlinTime } from '../../../domain/deadlines/berlin.js';
import type { Instant } from '../../../domain/time.js';
import type { Outlook } from '../../recovery/outlook.js';
import type { Begun } from '../../recovery/start-again.js';
import type { Waited } from './recover-wait.js';

/** What was measured on two cores with everything on them; a server of its own is faster. */
const startsPerSecond = 80;

/** What a recovery would do, in lines for a person. */
export function outlookReport({ generation, journeys, overdue, nextDue, imports }: Outlook): string {
  return [
    `${counted(journeys, 'journey')} would be started again under generation ${generation}, those that are due first.`,
    `${overdue} of them ${overdue === 1 ? 'has' : 'have'} something overdue: it is carried out once, late.`,
    nextDue === null ? 'Nothing lies ahead.' : `The next is due on ${berlinClock(nextDue)}.`,
    `${counted(imports, 'import')} under way would begin again; what was carried out has no second effect.`,
    `At ${startsPerSecond} a second that takes ${timeInWords(journeys / startsPerSecond)}.`,
    'Nothing was changed.',
  ].join('\n');
}

/** What has begun. */
export const beginning = ({ generation, journeys, imports }: Begun): string =>
  `Generation ${generation} is valid: ${counted(journeys, 'journey')} and ${counted(imports, 'import')} are started again, also without this command.`;

/** How it ended, or why it was not waited for longer. */
export function ending({ told, left, seconds, missing }: Waited): string {
  if (missing === undefined) return `Every journey was told again after ${timeInWords(seconds)} (${told}).`;
  const why =
    missing === 'worker'
      ? 'No worker runs here: start Lotse (npm start).'
      : 'The worker does not reach Temporal: start it, or correct TEMPORAL_ADDRESS.';
  return `${counted(left, 'journey')} ${left === 1 ? 'waits' : 'wait'}. ${why} It then goes on by itself; this command need not be repeated.`;
}

/** A duration as one says it: `5 seconds`, `about 3 minutes`, `about 2 hours`. */
export function timeInWords(seconds: number): string {
  if (seconds < 1) return 'less than a second';
  if (seconds < 90) return counted(Math.round(seconds), 'second');
  if (seconds < 90 * 60) return `about ${counted(Math.round(seconds / 60), 'minute')}`;
  return `about ${counted(Math.round(seconds / 3600), 'hour')}`;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

function berlinClock(instant: Instant): string {
  const { day, hour, minute } = berlinTime(instant);
  const digits = (part: number): string => String(part).padStart(2, '0');
  return `${day} at ${digits(hour)}:${digits(minute)}`;
}
