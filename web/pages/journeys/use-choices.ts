import { useMe, useWords, type Listed } from '../../api/reads.js';
import { useColleagues } from '../../parts/use-colleagues.js';
import { say as common } from '../../texts/common.js';
import { say } from '../../texts/journeys.js';
import { dayInFull } from '../../time/days.js';
import type { Movement } from '../../../contract/pages/lists.js';
import { everybodys, type FilterName } from './filters.js';

interface Option {
  value: string;
  label: string;
}

/** One filter with what it can be set to. `hasAny`: beside these there is "all". */
interface Choice {
  name: FilterName;
  options: Option[];
  hasAny: boolean;
}
export type Choices = readonly Choice[];

/** The API's word for journeys without a coach. */
const nobody = 'none';

const weeks = ['2', '4', '8', '12'];

/** What each filter can be set to, in the reader's words. */
export function useChoices(rows: readonly Listed[], chosenCoach: string | undefined): Choices {
  const me = useMe();
  const words = useWords();
  const isCoach = me.role === 'coach';
  const { coaches } = useColleagues([...rows.map(({ coach }) => coach), chosenCoach ?? null]);
  const communes = Object.entries(words.communes).filter(([key]) => me.communes?.includes(key) ?? true);
  const hasSeveral = me.communes === null || me.communes.length > 1;
  const coachOptions = coaches
    .filter(({ email }) => email !== everybodys && email !== nobody)
    .map(({ email, name }) => ({ value: email, label: email === me.email ? say('mine') : name }));
  return [
    {
      name: 'phase',
      options: words.phases.map(({ key, title }) => ({ value: key, label: title })),
      hasAny: true,
    },
    ...(hasSeveral ? [{ name: 'commune' as const, options: named(communes), hasAny: true }] : []),
    isCoach
      ? {
          name: 'coach',
          options: [
            { value: me.email, label: say('mine') },
            { value: everybodys, label: say('any') },
          ],
          hasAny: false,
        }
      : {
          name: 'coach',
          options: [...coachOptions, { value: nobody, label: common('noCoach') }],
          hasAny: true,
        },
    {
      name: 'module',
      options: named(Object.entries(words.modules).map(([key, title]) => [key, `${key} ${title}`])),
      hasAny: true,
    },
    { name: 'language', options: named(Object.entries(words.languages)), hasAny: true },
    {
      name: 'flagged',
      options: (['true', 'false'] as const).map((value) => ({ value, label: say(`flagged_${value}`) })),
      hasAny: true,
    },
    {
      name: 'open',
      options: (['true', 'false', 'all'] as const).map((value) => ({ value, label: say(`open_${value}`) })),
      hasAny: false,
    },
    {
      name: 'weeks',
      options: weeks.map((n) => ({ value: n, label: say('weeks', { n: Number(n) }) })),
      hasAny: true,
    },
  ];
}

const named = (entries: [string, string][]): Option[] => entries.map(([value, label]) => ({ value, label }));

/** What a filter is set to, in words. */
export function wordFor(choices: Choices, name: FilterName, value: string): string {
  if (name === 'weeks') return say('weeks', { n: Number(value) });
  if (name === 'moveSince' || name === 'phaseBefore') return dayInFull(value);
  if (name === 'move') {
    const [phase, movement] = value.split('.') as [string, Movement];
    return say(`move_${movement}`, { phase: wordFor(choices, 'phase', phase) });
  }
  const options = choices.find((choice) => choice.name === name)?.options ?? [];
  return options.find((option) => option.value === value)?.label ?? value;
}
