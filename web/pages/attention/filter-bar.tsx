import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { reads, useMe, useWords } from '../../api/reads.js';
import { Chips } from '../../parts/chips/chips.js';
import { say } from '../../texts/attention.js';
import { say as common } from '../../texts/common.js';
import { withFilter } from '../../parts/with-filter.js';
import { filterNames, filtersIn, type FilterName } from './filters.js';
import styles from './attention.module.css';

/** The API's word for journeys without a coach. */
const nobody = 'none';

interface Choice {
  name: FilterName;
  options: { value: string; label: string }[];
}

/** The filters and, as chips, those that are on: none works unseen. */
export function FilterBar() {
  const [search, setSearch] = useSearchParams();
  const choices = useChoices();
  const filters = filtersIn(search);
  const set = (name: string, value: string | undefined): void =>
    setSearch(withFilter(search, name, value), { replace: true });
  const active = filterNames.filter((name) => filters[name] !== undefined);
  const wordFor = (name: FilterName): string => {
    const value = filters[name] ?? '';
    if (name === 'coach' && value === nobody) return common('noCoach');
    const options = choices.find((choice) => choice.name === name)?.options ?? [];
    return options.find((option) => option.value === value)?.label ?? value;
  };
  return (
    <div role="search" aria-label={say('filters')}>
      <div className={styles.filters}>
        {choices.map(({ name, options }, at) => (
          <NativeSelect
            key={name}
            size="sm"
            label={say(name)}
            value={filters[name] ?? ''}
            onChange={({ currentTarget }) => set(name, currentTarget.value)}
            data={[
              { value: '', label: name === 'snoozed' ? say('snoozedFalse') : say('everything') },
              ...options,
            ]}
            {...(at === 0 && { 'data-page-search': true })}
          />
        ))}
      </div>
      {active.length > 0 && (
        <div className={styles.chips}>
          <Chips
            of={active.map((name) => ({
              name,
              filter: say(name),
              value: wordFor(name),
              remove: () => set(name, undefined),
            }))}
            reset={() => setSearch({}, { replace: true })}
          />
        </div>
      )}
    </div>
  );
}

/** What can be chosen, by role: a coach has no other coach's list. */
function useChoices(): Choice[] {
  const me = useMe();
  const words = useWords();
  const isCoordinator = me.role === 'coordinator';
  const colleagues = useQuery({ ...reads.colleagues(), enabled: isCoordinator });
  const sorted = (titles: Readonly<Record<string, string>>): Choice['options'] =>
    Object.entries(titles)
      .map(([value, label]) => ({ value, label }))
      .sort((a, b) => a.label.localeCompare(b.label));
  const coaches = (colleagues.data ?? []).filter(({ role }) => role === 'coach');
  return [
    { name: 'rule', options: sorted(words.flags) },
    {
      name: 'severity',
      options: (['3', '2', '1'] as const).map((value) => ({ value, label: common(`severity${value}`) })),
    },
    ...(me.communes?.length === 1 ? [] : [{ name: 'commune' as const, options: sorted(words.communes) }]),
    ...(isCoordinator
      ? [
          {
            name: 'coach' as const,
            options: [
              ...coaches.map(({ email, name }) => ({ value: email, label: name })),
              { value: nobody, label: common('noCoach') },
            ],
          },
        ]
      : []),
    { name: 'phase', options: words.phases.map(({ key, title }) => ({ value: key, label: title })) },
    { name: 'language', options: sorted(words.languages) },
    {
      name: 'olderThan',
      options: ['7', '14', '30', '60'].map((value) => ({ value, label: say('days', { n: Number(value) }) })),
    },
    {
      name: 'technical',
      options: [
        { value: 'false', label: say('technicalFalse') },
        { value: 'true', label: say('technicalTrue') },
      ],
    },
    {
      name: 'snoozed',
      options: [
        { value: 'true', label: say('snoozedTrue') },
        { value: 'all', label: say('everything') },
      ],
    },
  ];
}
