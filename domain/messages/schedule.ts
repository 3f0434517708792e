import type { AgendaItem } from '../deadlines/agenda.js';
import { berlinDay } from '../deadlines/berlin.js';
import { later, windowInstant, type Windows } from '../deadlines/windows.js';
import type { JourneyState } from '../journey/state.js';
import type { Day, Instant } from '../time.js';
import { isYetToGo } from './message-state.js';
import { freeDay, mailDays } from './week.js';

/**
 * When the participant's reminders go out, all rules together: those of one day at one instant, which makes them one
 * mail; one mail a day, and no third one within seven days: it is held until the next free day. Of several rungs of one
 * deadline that come together so the newest is enough. What was handed to the SMTP server before keeps its instant, and
 * so does what a person holds back, which takes nobody's place.
 * @param items the rungs as each rule's ladder has them
 */
export function schedule(items: readonly AgendaItem[], state: JourneyState, windows: Windows): AgendaItem[] {
  const { messages, journey } = state.plain;
  const isUnderWay = ({ key }: AgendaItem): boolean => !isYetToGo(messages[key]);
  const underWay = items.filter(isUnderWay);
  const heldBack = items.filter(({ held }) => held === 'held_back');
  const taken = [
    ...mailDays(state),
    ...daysOf(underWay.filter(({ key }) => messages[key]?.state === 'deferred')),
  ];
  const byDay = new Map<Day, Rung[]>();
  const put = (day: Day, rung: Rung): unknown => byDay.set(day, [...(byDay.get(day) ?? []), rung]);
  for (const item of items) {
    if (item.held === 'held_back') continue;
    // what has waited already is older than what has just come
    const since = messages[item.key] === undefined ? item.at : '';
    if (!isUnderWay(item)) put(berlinDay(item.at), { item, since });
  }

  const placed: AgendaItem[] = [];
  for (let day = firstOf(byDay); day !== undefined; day = firstOf(byDay)) {
    const together = newestOfEach(byDay.get(day) ?? []);
    byDay.delete(day);
    const free = freeDay(day, taken, windows);
    if (free === day) {
      taken.push(day);
      const at = together.reduce((latest, { item }) => (item.at > latest ? item.at : latest), '');
      placed.push(...together.map(({ item }) => ({ ...item, at })));
    } else {
      const at = windowInstant(free, journey, windows);
      for (const { item, since } of together)
        put(free, { item: { ...item, at, held: 'weekly_limit' }, since });
    }
  }
  return [...underWay, ...heldBack, ...placed];
}

/** A message that may be moved, and when it was to be told first. */
interface Rung {
  item: AgendaItem;
  since: Instant;
}

const newestOfEach = (rungs: readonly Rung[]): Rung[] =>
  rungs.filter(
    ({ item, since }) => !rungs.some((other) => other.item.deadline === item.deadline && other.since > since),
  );

const daysOf = (items: readonly AgendaItem[]): Day[] => [...new Set(items.map(({ at }) => berlinDay(at)))];

function firstOf(byDay: ReadonlyMap<Day, unknown>): Day | undefined {
  let first: Day | undefined;
  for (const day of byDay.keys()) if (first === undefined || day < first) first = day;
  return first;
}

/**
 * A mail that was claimed and has no outcome, and that nothing asks for any more: its reason has gone meanwhile, so it
 * is not sent again. Whether it left nobody knows; after a while it counts as failed.
 */
export function abandoned(
  items: readonly AgendaItem[],
  { plain, case: own, status }: JourneyState,
  keyOf: (name: string) => string,
): AgendaItem[] {
  const halves = [status.agenda.items, own.agenda.items, status.agenda.past, own.agenda.past];
  return Object.entries(plain.messages).flatMap(([key, { state, mail, since }]): AgendaItem[] => {
    if (state !== 'sending' || mail !== key || items.some((item) => item.key === key)) return [];
    const { deadline = '', rule = '' } = halves.find((half) => half[key])?.[key] ?? {};
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
