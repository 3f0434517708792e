import { later } from '../../../domain/deadlines/windows.js';
import type { Check } from './check.js';

/** So long what is due may wait: for an outage that is just over, a slow mail server, a crowd. */
export const patienceSeconds = 10 * 60;

/** Nothing is due for long without being carried out. */
export const overdue: Check = ({ id, row }, { now }) => {
  const due = row?.['next_due'];
  if (typeof due !== 'string' || due >= later(now, -patienceSeconds)) return [];
  return [{ subject: id, detail: 'due and not carried out', remedy: 'arm' }];
};
