import type { Part } from '../cast/part.js';
import type { Diary } from './diary.js';
import { missed } from './talks.js';
import { reach } from './wishes.js';

/** For which reason a journey ends, by what happened. */
const reasons: Readonly<Partial<Record<NonNullable<Part['twist']>, string>>> = {
  job: 'placed_job',
  school: 'placed_school',
  moved_away: 'moved_away',
  lost_contact: 'unreachable',
  consent_withdrawn: 'withdrawn_by_participant',
  status_gained: 'status_gained_regular_system',
  returned: 'voluntary_return',
  not_eligible: 'excluded_by_programme',
};

/** Writes how a journey ended so many days ago. */
export function end(diary: Diary, daysAgo: number, twist: Part['twist']): void {
  if (twist === 'lost_contact') for (const before of [24, 16, 8]) missed(diary, daysAgo + before);
  if (twist === 'consent_withdrawn') diary.next(daysAgo, (on) => ({ type: 'WithdrawConsent', on }));
  if (twist === 'status_gained')
    diary
      .next(daysAgo + 20, reach('status_gained', { kind: 'residence_permit_25a' }))
      .next(daysAgo + 3, reach('handover_to_regular_system', { body: 'Jobcenter' }));
  const reason = (twist && reasons[twist]) ?? 'placed_training';
  diary.last(daysAgo, (on) => ({ type: 'CloseJourney', on, reason }));
}
