import { berlinDay } from '../../domain/deadlines/berlin.js';
import { addDays } from '../../domain/deadlines/day-arithmetic.js';
import type { Severity } from '../../domain/journey/events.js';
import type { Day } from '../../domain/time.js';
import { journeyOfItem } from '../journeys/views/journey-of-item.js';
import { flagViews } from '../journeys/views/flag-view.js';
import { daysFor } from '../journeys/views/task-view.js';
import { dayInWords } from '../journeys/views/day-words.js';
import { actsAboutFlag } from '../acts/acts-about-flag.js';
import type { Bench } from '../acts/bench.js';
import { inWords } from '../acts/words.js';
import { groupBy, type ToDo } from './to-do.js';
import { whyRaised } from './why-raised.js';

/**
 * The raised flags that are not put aside. `due` is the day since which it is so; the group is that of the day by which
 * its severity asks to act: at once, or within 7 days. Never late are what is only for information, and what tells of a day
 * that is still to come.
 */
export function flagsToDo(bench: Bench, isHers: (id: string) => boolean): ToDo[] {
  const { state, context, today } = bench;
  return flagViews(state, context).flatMap(
    ({ id, rule, title, severity, since, because, suggestion, ...flag }) => {
      const fact = state.plain.flags.find((known) => known.id === id);
      if (!fact || !isHers(id) || isPutAside(flag.snoozedUntil, today)) return [];
      // a fault of the engine's is nothing that a coach could see to
      if (rule === 'planning_failed' && context.role === 'coach') return [];
      const due = berlinDay(since);
      return [
        {
          group: askedFor(groupOf(rule, fact.severity, due, bench), flag.remindedAt),
          item: {
            id,
            kind: 'flag' as const,
            rule,
            journey: journeyOfItem(state, context),
            title,
            due,
            severity,
            because,
            why: whyRaised(rule, due, bench),
            ...(flag.remindedAt !== undefined && { text: reminded(flag.remindedAt, bench) }),
            suggestion,
            actions: actsAboutFlag(fact, bench),
          },
        },
      ];
    },
  );
}

function groupOf(rule: string, severity: Severity, since: Day, { context, today }: Bench): ToDo['group'] {
  if (severity === 1) return 'this_week';
  const group = groupBy(addDays(since, daysFor[severity]), today);
  const { causes = [] } = context.programme.stuck.find(({ key }) => key === rule) ?? {};
  const isAhead = causes.some(({ condition }) => 'until' in condition);
  return isAhead && group === 'overdue' ? 'due_today' : group;
}

/** What a coordinator has reminded of waits for no later day. */
const askedFor = (group: ToDo['group'], remindedAt: string | undefined): ToDo['group'] =>
  group === 'this_week' && remindedAt !== undefined ? 'due_today' : group;

function reminded(at: string, bench: Bench): string {
  const day = dayInWords(berlinDay(at), bench.language);
  return inWords(bench, {
    de: `Die Koordination hat am ${day} daran erinnert.`,
    en: `The coordination reminded of this on ${day}.`,
  });
}

/** A flag that was put aside is back on the day after. */
const isPutAside = (until: string | undefined, today: string): boolean =>
  until !== undefined && until >= today;
