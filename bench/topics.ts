import type { Topic } from './topic.js';
import { steadyRate } from './topics/steady-rate.js';
import { replanned } from './topics/replanned.js';
import { temporalLimits } from './topics/temporal-limits.js';

/** Everything that is measured, in the order in which it is. */
export const topics: readonly Topic[] = [steadyRate, temporalLimits, replanned];
