import type { Topic } from './topic.js';
import { scale } from './topics/scale.js';
import { steadyRate } from './topics/steady-rate.js';

/** Everything that is measured, in the order in which it is. */
export const topics: readonly Topic[] = [steadyRate, scale];
