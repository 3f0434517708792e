import { useMe, useWords } from '../../api/reads.js';
import { useColleagues } from '../../parts/use-colleagues.js';
import { say } from '../../texts/deadlines.js';
import { say as common } from '../../texts/common.js';
import { addDays, dayAndMonth } from '../../time/days.js';
import { everyState, everyWeek, isByDays, usualWeeks, type FilterName, type Filters } from './filters.js';

interface Option {
  value: string;
  label: string;
}

/** One filter and what it can be set to; `''` is what holds where nothing is said. */
export interface Choice {
  name: Exclude<FilterName, 'dueFrom' | 'dueBefore'>;
  label: string;
  value: string;
  options: Option[];
}

/** The days that were asked for are no choice of weeks, but stand among them. */
export const byDays = 'days';

const spans = ['1', '2', '8', '16'];
const states = ['missed', 'done', 'cancelled'] as const;

/** What can be chosen, by role: a coach has no other coach's list. Of dates that are missing only whose is asked. */
export function useChoices(filters: Filters): Choice[] {
  const me = useMe();
  const words = useWords();
  const isCoordinator = me.role === 'coordinator';
  const { coaches } = useColleagues([], isCoordinator);
  const communes = Object.entries(words.communes).filter(([key]) => me.communes?.includes(key) ?? true);
  const coachOptions = coaches.map(({ email, name }) => ({ value: email, label: name }));
  return [
    ...(filters.undated === undefined ? datedChoices(filters, words.deadlineKinds) : []),
    ...(communes.length > 1
      ? [choice(filters, 'commune', [any(), ...named(Object.fromEntries(communes))])]
      : []),
    ...(isCoordinator
      ? [choice(filters, 'coach', [any(), ...coachOptions, { value: 'none', label: common('noCoach') }])]
      : []),
    choice(filters, 'undated', [
      { value: '', label: say('undated_false') },
      { value: 'true', label: say('undated_true') },
    ]),
  ];
}

const choice = (
  filters: Filters,
  name: Choice['name'],
  options: Option[],
  value = filters[name] ?? '',
): Choice => ({ name, label: say(name === 'weeks' ? 'filter_span' : `filter_${name}`), value, options });

const any = (): Option => ({ value: '', label: say('any') });

function datedChoices(filters: Filters, kinds: Readonly<Record<string, string>>): Choice[] {
  const within = (n: string): string => say('weeks', { n: Number(n) });
  const chosen = isByDays(filters) ? [{ value: byDays, label: spanInWords(filters) }] : [];
  const weeks = [
    { value: '', label: within(usualWeeks) },
    ...spans.map((value) => ({ value, label: within(value) })),
    { value: everyWeek, label: say('weeks_all') },
  ];
  return [
    choice(filters, 'kind', [any(), ...named(kinds)]),
    choice(filters, 'weeks', [...weeks, ...chosen], isByDays(filters) ? byDays : (filters.weeks ?? '')),
    choice(filters, 'state', [
      { value: '', label: common('deadline_open') },
      ...states.map((value) => ({ value, label: common(`deadline_${value}`) })),
      { value: everyState, label: say('any') },
    ]),
  ];
}

const named = (titles: Readonly<Record<string, string>>): Option[] =>
  Object.entries(titles).map(([value, label]) => ({ value, label }));

/** The days that were asked for. */
function spanInWords({ dueFrom, dueBefore }: Filters): string {
  const from = dueFrom === undefined ? '' : dayAndMonth(dueFrom);
  const to = dueBefore === undefined ? '' : dayAndMonth(addDays(dueBefore, -1));
  if (to === '') return say('from', { from });
  return from === '' ? say('until', { to }) : say('between', { from, to });
}
