import { useMemo } from 'react';
import { useMe, useWords, type Listed } from '../../api/reads.js';
import { useColleagues } from '../../parts/use-colleagues.js';
import { say } from '../../texts/journeys.js';
import { dayInFull } from '../../time/days.js';
import type { Movement } from '../../../contract/pages/lists.js';
import { everybodys, mine, nobodys, type FilterName } from './filters.js';

interface Option {
  value: string;
  label: string;
}

/** One filter with what it can be set to. `hasAny`: beside these there is "all". */
export interface Choice {
  name: FilterName;
  options: Option[];
  hasAny: boolean;
}
export type Choices = readonly Choice[];

const weeks = ['2', '4', '8', '12'];
const yesOrNo = ['true', 'false'] as const;

/** What each filter can be set to, in the reader's words. */
export function useChoices(rows: readonly Listed[], chosenCoach: string | undefined): Choices {
  const me = useMe();
  const words = useWords();
  const coaches = useCoachOptions(rows, chosenCoach);
  const communes = Object.entries(words.communes).filter(([key]) => me.communes?.includes(key) ?? true);
  const hasSeveral = me.communes === null || me.communes.length > 1;
  const any = (name: FilterName, options: Option[]): Choice => ({ name, options, hasAny: true });
  return [
    any(
      'phase',
      words.phases.map(({ key, title }) => ({ value: key, label: title })),
    ),
    ...(hasSeveral ? [any('commune', named(communes))] : []),
    { name: 'coach', options: coaches, hasAny: me.role !== 'coach' },
    any('paperWeeks', inWeeks('paper')),
    any(
      'flagged',
      yesOrNo.map((value) => ({ value, label: say(`flagged_${value}`) })),
    ),
    any('rule', sorted(named(Object.entries(words.flags)))),
    any(
      'renewalAsked',
      yesOrNo.map((value) => ({ value, label: say(`asked_${value}`) })),
    ),
    any('dueWeeks', inWeeks('due')),
    any('module', named(Object.entries(words.modules).map(([key, title]) => [key, `${key} ${title}`]))),
    any('moduleState', named(Object.entries(words.moduleStates))),
    any('language', sorted(named(Object.entries(words.languages)))),
    {
      name: 'open',
      options: (['true', 'false', 'all'] as const).map((value) => ({ value, label: say(`open_${value}`) })),
      hasAny: false,
    },
  ];
}

/** A coach chooses between hers and everybody's; whoever looks at a region chooses a coach. */
function useCoachOptions(rows: readonly Listed[], chosen: string | undefined): Option[] {
  const me = useMe();
  const known = chosen !== undefined && chosen.includes('@') ? chosen : null;
  const listed = useMemo(() => [...new Set(rows.map(({ coach }) => coach))], [rows]);
  const { coaches } = useColleagues([...listed, known]);
  if (me.role === 'coach') {
    return [
      { value: mine, label: say('mine') },
      { value: nobodys, label: say('noCoach') },
      { value: everybodys, label: say('any') },
    ];
  }
  return [
    ...coaches.map(({ email, name }) => ({ value: email, label: name })),
    { value: nobodys, label: say('noCoach') },
  ];
}

const inWeeks = (what: 'paper' | 'due'): Option[] =>
  weeks.map((n) => ({ value: n, label: weeksInWords(what, n) }));

const weeksInWords = (what: 'paper' | 'due', n: string): string => say(`weeks_${what}`, { n: Number(n) });

const named = (entries: [string, string][]): Option[] => entries.map(([value, label]) => ({ value, label }));

const sorted = (options: Option[]): Option[] =>
  options.toSorted((one, other) => one.label.localeCompare(other.label));

/** What a filter is set to, in words. */
export function wordFor(choices: Choices, name: FilterName, value: string): string {
  if (name === 'dueWeeks') return weeksInWords('due', value);
  if (name === 'paperWeeks') return weeksInWords('paper', value);
  if (name === 'moveSince' || name === 'phaseBefore') return dayInFull(value);
  if (name === 'move') {
    const [phase, movement] = value.split('.') as [string, Movement];
    return say(`move_${movement}`, { phase: wordFor(choices, 'phase', phase) });
  }
  const options = choices.find((choice) => choice.name === name)?.options ?? [];
  return options.find((option) => option.value === value)?.label ?? value;
}
