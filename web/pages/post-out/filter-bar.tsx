import { Button, NativeSelect } from '@mantine/core';
import { useMe, useWords } from '../../api/reads.js';
import { SearchField } from '../../parts/search-field.js';
import { useColleagues } from '../../parts/use-colleagues.js';
import { say as common } from '../../texts/common.js';
import { say } from '../../texts/post-out.js';
import type { FilterName, Wanted } from './use-wanted.js';
import styles from './post-out.module.css';

interface Option {
  value: string;
  label: string;
}

/** What the messages are filtered by. Each filter shows what it is set to: none works unseen. */
export function FilterBar({ wanted }: { wanted: Wanted }) {
  const { filters, searched, set, search, reset } = wanted;
  const choices = useChoices();
  const isFiltered = Object.keys(filters).length > 0 || searched !== '';
  return (
    <search className={styles.filters} aria-label={say('filters')}>
      <SearchField
        label={say('search')}
        hint={say('searchHint')}
        className={styles.search}
        searched={searched}
        onSearch={search}
      />
      {choices.map(({ name, options }) => (
        <NativeSelect
          key={name}
          label={say(name)}
          value={filters[name] ?? ''}
          onChange={({ currentTarget }) => set(name, currentTarget.value)}
          data={[{ value: '', label: say('everything') }, ...options]}
        />
      ))}
      {isFiltered && (
        <Button variant="subtle" onClick={reset}>
          {say('reset')}
        </Button>
      )}
    </search>
  );
}

/** What can be chosen, by role: a coach has no other coach's list. */
function useChoices(): { name: FilterName; options: Option[] }[] {
  const me = useMe();
  const words = useWords();
  const isCoordinator = me.role === 'coordinator';
  const { coaches } = useColleagues([], isCoordinator);
  const named = coaches.map(({ email, name }) => ({ value: email, label: name }));
  return [
    ...(me.communes?.length === 1
      ? []
      : [{ name: 'commune' as const, options: sorted(words.communes, me.communes) }]),
    ...(isCoordinator
      ? [{ name: 'coach' as const, options: [...named, { value: 'none', label: common('noCoach') }] }]
      : []),
    { name: 'language', options: sorted(words.languages, null) },
  ];
}

const sorted = (titles: Readonly<Record<string, string>>, only: readonly string[] | null): Option[] =>
  Object.entries(titles)
    .filter(([value]) => only?.includes(value) ?? true)
    .map(([value, label]) => ({ value, label }))
    .sort((one, other) => one.label.localeCompare(other.label));
