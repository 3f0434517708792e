import type { EventView } from '../../../contract/journeys/event.js';
import type { Journey } from '../../../contract/journeys/journey.js';
import { addDays, daysFrom, type Day } from '../../time/days.js';
import { entriesOf } from './timeline.js';

export interface Step {
  state: string;
  on: Day;
}

/** A module of a journey with every step that stands. */
export interface ModuleLine {
  id: string;
  module: string;
  state: string;
  since?: Day | undefined;
  source: 'register' | 'person';
  steps: Step[];
}

/** A piece of a bar, in percent of the axis. */
export interface Piece {
  state: string;
  left: number;
  width: number;
}

export interface Axis {
  from: Day;
  to: Day;
  months: { day: Day; left: number }[];
  today: number;
}

const ended = ['completed', 'aborted', 'not_started'];

/** The modules with their steps, taken from the events where those say more than the last state. */
export function moduleLines(modules: Journey['modules'], events: readonly EventView[]): ModuleLine[] {
  const steps = new Map<string, Step[]>();
  for (const { event, withdrawnBy } of entriesOf(events)) {
    const { record, state, on } = event.data;
    if (event.type !== 'ModuleChanged' || withdrawnBy) continue;
    if (typeof record !== 'string' || typeof state !== 'string' || typeof on !== 'string') continue;
    steps.set(record, [...(steps.get(record) ?? []), { state, on }]);
  }
  return modules.map((module) => {
    const known = [...(steps.get(module.id) ?? [])].sort((a, b) => a.on.localeCompare(b.on));
    const only = module.since === undefined ? [] : [{ state: module.state, on: module.since }];
    return { ...module, steps: known.length > 0 ? known : only };
  });
}

/** From the month of the first step to three months ahead. */
export function axisOf(lines: readonly ModuleLine[], today: Day): Axis | undefined {
  const days = lines.flatMap(({ steps }) => steps.map(({ on }) => on)).sort();
  const [first] = days;
  if (first === undefined) return undefined;
  const from = `${first.slice(0, 7)}-01`;
  const to = monthAfter(addDays(today > (days.at(-1) ?? today) ? today : (days.at(-1) ?? today), 62));
  const length = daysFrom(from, to);
  const at = (day: Day): number => (100 * daysFrom(from, day)) / length;
  const months: Axis['months'] = [];
  for (let day = from; day < to; day = monthAfter(day)) months.push({ day, left: at(day) });
  // more than a year of months does not fit: every third is named
  const each = Math.ceil(months.length / 12);
  return { from, to, months: months.filter((_, n) => n % each === 0), today: at(today) };
}

/** Each state lasts until the next one; the one that lasts now goes on to today. */
export function piecesOf({ steps }: Pick<ModuleLine, 'steps'>, axis: Axis, today: Day): Piece[] {
  const length = daysFrom(axis.from, axis.to);
  const at = (day: Day): number => (100 * daysFrom(axis.from, day)) / length;
  const least = 1.5;
  return steps.flatMap(({ state, on }, n) => {
    const next = steps[n + 1]?.on;
    const until = next ?? (ended.includes(state) || on > today ? addDays(on, 1) : today);
    if (next !== undefined && next === on) return [];
    return [{ state, left: at(on), width: Math.max(least, at(until) - at(on)) }];
  });
}

function monthAfter(day: Day): Day {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}
