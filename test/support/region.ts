import { calendar } from '../../domain/deadlines/dates.js';
import { addDays, weekday } from '../../domain/deadlines/day-arithmetic.js';
import type { Day, Instant } from '../../domain/time.js';
import { addAccount } from '../../src/access/add-account.js';
import { createToken } from '../../src/access/create-token.js';
import type { Api } from './api.js';
import { demonstrationOf } from './demonstration.js';

/** A coordinator of the whole region, one of Stolberg and Roetgen, and a coach of Eschweiler and Stolberg. */
export const region = 'birgit.thelen@example.org';
export const ofTwo = 'nur.zwei@example.org';
export const coach = 'sevda.arslan@example.org';

/** Who asks, and for which journeys. */
export const asked: readonly [as: string, query: string][] = [
  [region, ''],
  [region, '?commune=eschweiler'],
  [region, `?coach=${coach}`],
  [region, '?coach=none'],
  [ofTwo, ''],
  [ofTwo, `?coach=${coach}&commune=stolberg`],
];

/** By address. */
export const tokens: Record<string, string> = {};

/** The demonstration as of an instant, with tokens for these three. */
export async function startRegion(now: Instant): Promise<Api> {
  const api = await demonstrationOf(now);
  const { sql, programmes } = api.platform;
  const communes = programmes.current.communes.map(({ key }) => key);
  const account = { email: ofTwo, name: 'Nur Zwei', phone: '+49 2402 1', role: 'coordinator' } as const;
  await addAccount(sql, { ...account, communes: ['stolberg', 'roetgen'] }, communes);
  for (const email of [region, ofTwo, coach]) tokens[email] = (await createToken(sql, email)).token;
  return api;
}

/** The working days after one day up to another, counted one by one. */
export function workingDays(from: Day, to: Day): number {
  const nrw = calendar('NRW');
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (weekday(day) <= 5 && !nrw.isHoliday(day)) count += 1;
  }
  return count;
}

/** The smallest that at least such a share does not exceed. */
export const atShare = (share: number, sorted: readonly number[]): number | undefined =>
  sorted[Math.ceil(share * sorted.length) - 1];
