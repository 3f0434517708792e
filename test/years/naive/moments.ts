import { dayOf, plusDays, plusMinutes, timeOf, weekday, type Day, type Moment } from '../days.js';
import { isOfficeDay, officeDayFrom } from './calendar.js';

/** A moment at which something may happen by itself, and the span of time for which it stands. */
export interface Turn {
  at: Moment;
  from: Moment;
  until: Moment;
}

/** A machine is no clock: what is due at a moment happens within these minutes after it. */
const slack = 5;

/** The turns of a day that come whether or not anybody does anything. */
export function turnsOf(day: Day): Turn[] {
  const saturday = weekday(day) === 6;
  const morning = saturday ? '10:00' : '09:00';
  return [
    { at: `${day} 00:00`, from: `${day} 00:00`, until: `${day} 00:05` },
    // what is queued for staff, and what nobody waits for, is spread over these two hours
    { at: `${day} 06:00`, from: `${day} 04:00`, until: `${day} 06:05` },
    // participants' mails are spread over the first half hour
    {
      at: plusMinutes(`${day} ${morning}`, 30),
      from: `${day} ${morning}`,
      until: plusMinutes(`${day} ${morning}`, 30 + slack),
    },
  ];
}

/** Somebody does something; what that causes follows within a minute. */
export const turnsAfter = (at: Moment): Turn[] => [
  { at, from: at, until: plusMinutes(at, slack) },
  { at: plusMinutes(at, 1), from: at, until: plusMinutes(at, slack) },
];

/** When staff are told of what has just happened: in time for the next working morning's mail of 07:30. */
export function nextMorning(now: Moment): Moment {
  const caused = plusMinutes(now, 1);
  const first = timeOf(caused) <= '07:30' ? dayOf(caused) : plusDays(dayOf(caused), 1);
  const early = `${officeDayFrom(first)} 06:00`;
  return early > caused ? early : caused;
}

/** When staff are told of something grave: at once on working days from 07:30 to 18:00. */
export function atOnce(now: Moment): Moment {
  const caused = plusMinutes(now, 1);
  const isOpen = isOfficeDay(dayOf(caused)) && timeOf(caused) >= '07:30' && timeOf(caused) < '18:00';
  return isOpen ? caused : nextMorning(now);
}
