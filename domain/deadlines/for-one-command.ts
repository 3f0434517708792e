import { remembered } from '../remembered.js';
import type { PlanContext } from './plan-context.js';

/**
 * The same context, remembering what names have become. One command plans several times over, and each time the same
 * come. It is forgotten with the command, for names tell of a person's days.
 */
export const forOneCommand = (context: PlanContext): PlanContext => ({
  ...context,
  idOf: remembered((name) => context.idOf(name)),
  keyOf: remembered((name) => context.keyOf(name)),
});
