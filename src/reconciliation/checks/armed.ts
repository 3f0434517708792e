import { later } from '../../../domain/deadlines/windows.js';
import type { Check, Found } from './check.js';
import { patienceSeconds } from './overdue.js';

/** The clock is set for each journey that waits for an instant: its workflow was told the newest, and of no later one. */
export const armed: Check = ({ id, row }, { clock, now }) => {
  const due = row?.['next_due'];
  if (!row || typeof due !== 'string') return [];
  const wrong = (detail: string): Found[] => [{ subject: id, detail, remedy: 'arm' }];
  const [known, newest] = [Number(row['armed_version']), Number(row['stream_version'])];
  if (known > newest) return wrong('told of a version that is not there');
  if (known < newest)
    return String(row['recorded_at']) < later(now, -patienceSeconds) ? wrong('workflow not told') : [];
  const armedFor = row['armed_for'];
  const isSet = typeof armedFor === 'string' && armedFor <= clock.toTemporal(due);
  return isSet ? [] : wrong('armed too late');
};
