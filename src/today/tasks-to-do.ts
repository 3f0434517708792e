import { berlinDay } from '../../domain/deadlines/berlin.js';
import { journeyOfItem } from '../journeys/views/journey-of-item.js';
import { dayInWords } from '../journeys/views/day-words.js';
import { taskViews } from '../journeys/views/task-view.js';
import type { Bench } from '../acts/bench.js';
import { possible } from '../acts/offer.js';
import { remediesOfTask } from '../acts/remedies.js';
import { inWords } from '../acts/words.js';
import { groupBy, type ToDo } from './to-do.js';

/** The open tasks, by the day on which each should be done. */
export function tasksToDo(bench: Bench, isHers: (id: string) => boolean): ToDo[] {
  const { state, context, today, language } = bench;
  return taskViews(state, context).flatMap(({ id, kind, title, text, due, severity, because, ...task }) => {
    const fact = state.plain.tasks.find((known) => known.id === id);
    if (!fact || !isHers(id) || task.state !== 'open') return [];
    const since = dayInWords(berlinDay(fact.openedAt), language);
    const by = dayInWords(due, language);
    return [
      {
        group: groupBy(due, today),
        item: {
          id,
          kind: 'task' as const,
          rule: kind,
          journey: journeyOfItem(state, context),
          title,
          ...(text !== undefined && { text }),
          due,
          severity,
          because,
          why: inWords(bench, {
            de: `Diese Aufgabe gibt es seit ${since}; sie sollte bis ${by} erledigt sein.`,
            en: `This task has been there since ${since}; it should be done by ${by}.`,
          }),
          actions: possible(remediesOfTask(fact, bench), bench),
        },
      },
    ];
  });
}
