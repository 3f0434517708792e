import { plusDays, type Day, type Moment } from '../days.js';

/**
 * Two years from a fixed day on: with both changes of the clocks, twice, the leap day of 2028, and an Easter that ends
 * the outage. Lotse's clock is set to it, so the same days come whenever the test runs.
 */
export const firstDay: Day = '2026-11-23';
export const lastDay: Day = '2028-11-22';

/** The day that lies so many days after the first. */
export const dayAt = (count: number): Day => plusDays(firstDay, count);

/** Everybody is opened at noon of the first day. */
export const start: Moment = `${firstDay} 12:00`;
export const end: Moment = `${lastDay} 12:00`;

/** Three weeks in which nobody carries anything out, until the evening of Easter Sunday, on which the clocks change. */
export const outage: { from: Moment; until: Moment } = {
  from: '2027-03-07 12:10',
  until: '2027-03-28 21:00',
};

/** From then on the programme has one more rule. */
export const newRuleAt: Moment = `${dayAt(350)} 12:10`;

/** The days on which the clocks change within them, and the leap day. */
export const strangeDays: readonly Day[] = [
  '2027-03-28',
  '2027-10-31',
  '2028-02-29',
  '2028-03-26',
  '2028-10-29',
];
