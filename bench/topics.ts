import type { Topic } from './topic.js';
import { historyTwoYears } from './topics/history-two-years.js';
import { milestones } from './topics/milestones.js';
import { recover } from './topics/recover.js';
import { reminders } from './topics/reminders.js';
import { replanned } from './topics/replanned.js';
import { scale } from './topics/scale.js';
import { several } from './topics/several.js';
import { statementLimit } from './topics/statement-limit.js';
import { steadyRate } from './topics/steady-rate.js';
import { temporalLimits } from './topics/temporal-limits.js';
import { workerRestart } from './topics/worker-restart.js';

/** Everything that is measured, in the order in which it is. */
export const topics: readonly Topic[] = [
  milestones,
  statementLimit,
  steadyRate,
  scale,
  temporalLimits,
  replanned,
  recover,
  workerRestart,
  reminders,
  historyTwoYears,
  several,
];
