import type { Flag, Task } from '../../../contract/journeys/attention.js';
import type { Journey } from '../../../contract/journeys/journey.js';
import type { TodayItem } from '../../../contract/pages/today.js';
import type { Act, Acts } from '../../../contract/pages/act.js';
import type { Missing } from '../../../contract/problem.js';

/** A row of what comes next. */
export type NextRow =
  | { is: 'flag'; id: string; flag: Flag; acts: Act[]; why?: string }
  | { is: 'task'; id: string; task: Task; acts: Act[]; why?: string }
  | { is: 'step'; id: string; milestone?: string; module?: string; missing: Missing[]; acts: Act[] }
  /** Its reason has gone while somebody was typing there. */
  | { is: 'gone'; id: string; acts: Act[] };

/** What the server offers for it, and why it stands there, as the list of today has it. */
export type Told = Pick<TodayItem, 'id' | 'actions' | 'why'>;

/** Flags and open tasks, the gravest first; then what can be done, the likely first; then what can't yet. */
export function nextRows(
  { flags, tasks, next }: Pick<Journey, 'flags' | 'tasks' | 'next'>,
  { possible }: Acts,
  told: readonly Told[] = [],
): NextRow[] {
  const toldOf = (id: string): Told | undefined => told.find((item) => item.id === id);
  const about = (id: string): Pick<NextRow, 'acts'> & { why?: string } => {
    const item = toldOf(id);
    return item
      ? { acts: item.actions, why: item.why }
      : { acts: possible.filter(({ key }) => key.endsWith(id)) };
  };
  const attention: NextRow[] = [
    ...flags.map((flag): NextRow => ({ is: 'flag', id: `flag:${flag.id}`, flag, ...about(flag.id) })),
    ...tasks
      .filter(({ state }) => state === 'open')
      .map((task): NextRow => ({ is: 'task', id: `task:${task.id}`, task, ...about(task.id) })),
  ];
  const steps = next.map((step): NextRow => {
    const what = 'milestone' in step ? { milestone: step.milestone } : { module: step.module };
    const key = 'milestone' in step ? `milestone.${step.milestone}` : `module.propose.${step.module}`;
    const acts = possible.filter((act) => act.key === key || act.key.startsWith(`${key}.`));
    return { is: 'step', id: `step:${key}`, ...what, missing: step.missing, acts };
  });
  const place = ({ acts: [act] }: NextRow): number => (act ? possible.indexOf(act) : possible.length);
  const isPossible = (row: NextRow): boolean => row.is === 'step' && row.missing.length === 0;
  return [
    ...attention.sort((a, b) => severityOf(b) - severityOf(a)),
    ...steps.filter(isPossible).sort((a, b) => place(a) - place(b)),
    ...steps.filter((row) => !isPossible(row)),
  ];
}

/** What was put aside comes after the others. */
function severityOf(row: NextRow): number {
  if (row.is === 'flag') return row.flag.snoozedUntil === undefined ? row.flag.severity : 0;
  return row.is === 'task' ? row.task.severity : 0;
}
