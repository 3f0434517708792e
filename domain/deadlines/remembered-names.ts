import { remembered } from '../remembered.js';
import type { PlanContext } from './plan-context.js';

/**
 * The same context, remembering what names have become. One command plans several times over, and each time the same
 * names come: making their keys anew was a tenth of its time. It is forgotten with the command, for names tell of a
 * person's days.
 */
export const withRememberedNames = (context: PlanContext): PlanContext => ({
  ...context,
  idOf: remembered((name) => context.idOf(name)),
  keyOf: remembered((name) => context.keyOf(name)),
});
