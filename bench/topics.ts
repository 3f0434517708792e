import type { Topic } from './topic.js';
import { milestones } from './topics/milestones.js';
import { scale } from './topics/scale.js';
import { statementLimit } from './topics/statement-limit.js';
import { steadyRate } from './topics/steady-rate.js';

/** Everything that is measured, in the order in which it is. */
export const topics: readonly Topic[] = [milestones, statementLimit, steadyRate, scale];
