import type { Topic } from './topic.js';
import { historyTwoYears } from './topics/history-two-years.js';
import { recover } from './topics/recover.js';
import { reminders } from './topics/reminders.js';
import { replanned } from './topics/replanned.js';
import { several } from './topics/several.js';
import { steadyRate } from './topics/steady-rate.js';
import { temporalLimits } from './topics/temporal-limits.js';
import { workerRestart } from './topics/worker-restart.js';

/** Everything that is measured, in the order in which it is. */
export const topics: readonly Topic[] = [
  steadyRate,
  temporalLimits,
  replanned,
  recover,
  workerRestart,
  reminders,
  historyTwoYears,
  several,
];
