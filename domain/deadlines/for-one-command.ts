import { remembered } from '../remembered.js';
import type { AgendaItem } from './agenda.js';
import type { PlanContext } from './plan-context.js';

/**
 * The same context, remembering what names have become and when rungs are. One command plans several times over, and
 * each time the same come: making them anew was a quarter of its time. It is forgotten with the command, for names tell
 * of a person's days.
 */
export function forOneCommand(context: PlanContext): PlanContext {
  const rungs = new Map<string, AgendaItem[]>();
  return {
    ...context,
    idOf: remembered((name) => context.idOf(name)),
    keyOf: remembered((name) => context.keyOf(name)),
    rungsOnce(name, reckon) {
      const known = rungs.get(name) ?? reckon();
      rungs.set(name, known);
      return known;
    },
  };
}
