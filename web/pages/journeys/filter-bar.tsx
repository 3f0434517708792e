import { NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMe } from '../../api/reads.js';
import { SearchField } from '../../parts/search-field.js';
import { say } from '../../texts/journeys.js';
import { sortKeys, without, type FilterName, type SortKey } from './filters.js';
import styles from './journeys.module.css';
import type { Choices } from './use-choices.js';
import type { Wanted } from './use-wanted.js';

interface FilterBarProps {
  wanted: Wanted;
  choices: Choices;
}

/** The search, every filter and the order. Where there is little room all but the search is folded. */
export function FilterBar({ wanted, choices }: FilterBarProps) {
  const isSmall = useMediaQuery('(max-width: 62em)', undefined, { getInitialValueInEffect: false });
  const fields = <FilterFields wanted={wanted} choices={choices} />;
  return (
    <search className={styles.bar}>
      <SearchField
        label={say('search')}
        hint={say('searchHint')}
        className={styles.search}
        searched={wanted.searched}
        onSearch={wanted.search}
      />
      {isSmall ? (
        <details className={styles.folded}>
          <summary>{say('filters')}</summary>
          <div className={styles.bar}>{fields}</div>
        </details>
      ) : (
        fields
      )}
    </search>
  );
}

function FilterFields({ wanted, choices }: FilterBarProps) {
  const me = useMe();
  const { filters, sort, setFilters, setSort } = wanted;
  const choose = (name: FilterName, value: string): void =>
    setFilters(value === '' ? without(filters, name, me) : { ...filters, [name]: value });
  return (
    <>
      {choices.map(({ name, options, hasAny }) => (
        <NativeSelect
          key={name}
          label={say(`filter_${name}`)}
          value={filters[name] ?? ''}
          onChange={({ currentTarget }) => choose(name, currentTarget.value)}
          data={[...(hasAny ? [{ value: '', label: say('any') }] : []), ...options]}
        />
      ))}
      <NativeSelect
        label={say('sort')}
        value={sort}
        onChange={({ currentTarget }) => setSort(currentTarget.value as SortKey)}
        data={sortKeys.map((key) => ({ value: key, label: say(`sort_${key}`) }))}
      />
    </>
  );
}
