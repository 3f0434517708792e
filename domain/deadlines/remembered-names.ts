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

function remembered(make: (name: string) => string): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const made = make(name);
    known.set(name, made);
    return made;
  };
}
