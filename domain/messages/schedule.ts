import type { AgendaItem } from '../deadlines/agenda.js';
import { berlinDay } from '../deadlines/berlin.js';
import { later, windowInstant, type Windows } from '../deadlines/windows.js';
import type { JourneyState } from '../journey/state.js';
import type { Day } from '../time.js';
import { freeDay, mailDays } from './week.js';

/**
 * When the participant's reminders go out, all rules together: those of one day at one instant, which makes them one
 * mail; and no third mail within seven days: it is held until the next free day. What is under way keeps its instant.
 * @param items the rungs as each rule's ladder has them
 */
export function schedule(items: readonly AgendaItem[], state: JourneyState, windows: Windows): AgendaItem[] {
  const { messages, journey } = state.plain;
  const underWay = items.filter(({ key }) => messages[key] !== undefined);
  const taken = [
    ...mailDays(state),
    ...daysOf(underWay.filter(({ key }) => messages[key]?.state === 'deferred')),
  ];
  const byDay = new Map<Day, AgendaItem[]>();
  const put = (day: Day, item: AgendaItem): unknown => byDay.set(day, [...(byDay.get(day) ?? []), item]);
  for (const item of items) if (!underWay.includes(item)) put(berlinDay(item.at), item);

  const placed: AgendaItem[] = [];
  for (let day = firstOf(byDay); day !== undefined; day = firstOf(byDay)) {
    const together = byDay.get(day) ?? [];
    byDay.delete(day);
    const free = freeDay(day, taken, windows);
    if (free === day) {
      taken.push(day);
      const at =
        together
          .map((item) => item.at)
          .sort()
          .at(-1) ?? '';
      placed.push(...together.map((item) => ({ ...item, at })));
    } else {
      const at = windowInstant(free, journey, windows);
      for (const item of together) put(free, { ...item, at, held: 'weekly_limit' });
    }
  }
  return [...underWay, ...placed];
}

const daysOf = (items: readonly AgendaItem[]): Day[] => [...new Set(items.map(({ at }) => berlinDay(at)))];

const firstOf = (byDay: ReadonlyMap<Day, unknown>): Day | undefined => [...byDay.keys()].sort()[0];

/**
 * A mail that was claimed and has no outcome, and that nothing asks for any more: its reason has gone meanwhile, so it
 * is not sent again. Whether it left nobody knows; after a while it counts as failed.
 */
export function abandoned(
  items: readonly AgendaItem[],
  { plain, case: own, status }: JourneyState,
  keyOf: (name: string) => string,
): AgendaItem[] {
  const known = { ...own.agenda.past, ...status.agenda.past, ...own.agenda.items, ...status.agenda.items };
  return Object.entries(plain.messages).flatMap(([key, { state, mail, since }]): AgendaItem[] => {
    if (state !== 'sending' || mail !== key || items.some((item) => item.key === key)) return [];
    const { deadline = '', rule = '' } = known[key] ?? {};
    return [
      {
        key: keyOf(`give_up|${key}`),
        act: 'give_up',
        deadline,
        rule,
        rung: key,
        at: later(since, giveUpAfterSeconds),
      },
    ];
  });
}

/** Longer than any outcome takes to be recorded. */
const giveUpAfterSeconds = 60 * 60;
