import { NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMe } from '../../api/reads.js';
import { SearchField } from '../../parts/search-field.js';
import { say } from '../../texts/journeys.js';
import { sortKeys, without, type FilterName, type SortKey } from './filters.js';
import styles from './journeys.module.css';
import type { Choice, Choices } from './use-choices.js';
import type { Wanted } from './use-wanted.js';

/** These are always in sight where there is room; the others are a click away. */
const always: readonly FilterName[] = ['phase', 'commune', 'coach', 'paperWeeks', 'rule'];

interface FilterBarProps {
  wanted: Wanted;
  choices: Choices;
}

/** The search, every filter and the order. Where there is little room all but the search is folded. */
export function FilterBar({ wanted, choices }: FilterBarProps) {
  const isSmall = useMediaQuery('(max-width: 62em)', undefined, { getInitialValueInEffect: false });
  const first = choices.filter(({ name }) => always.includes(name));
  const others = choices.filter(({ name }) => !always.includes(name));
  const rest = (shown: Choices) => (
    <div className={styles.bar}>
      <FilterFields wanted={wanted} choices={shown} />
      <SortField wanted={wanted} />
    </div>
  );
  return (
    <search className={styles.bar}>
      <SearchField
        label={say('search')}
        hint={say('searchHint')}
        className={styles.search}
        searched={wanted.searched}
        onSearch={wanted.search}
      />
      {!isSmall && <FilterFields wanted={wanted} choices={first} />}
      <details className={styles.folded}>
        <summary>{say(isSmall ? 'filters' : 'moreFilters')}</summary>
        {rest(isSmall ? choices : others)}
      </details>
    </search>
  );
}

function FilterFields({ wanted: { filters, ask }, choices }: FilterBarProps) {
  const me = useMe();
  const choose = (name: FilterName, value: string): void =>
    ask({ filters: value === '' ? without(filters, name, me) : { ...filters, [name]: value } });
  return choices.map(({ name, options, hasAny }: Choice) => (
    <NativeSelect
      key={name}
      label={say(`filter_${name}`)}
      value={filters[name] ?? ''}
      onChange={({ currentTarget }) => choose(name, currentTarget.value)}
      data={[...(hasAny ? [{ value: '', label: say('any') }] : []), ...options]}
    />
  ));
}

function SortField({ wanted: { sort, ask } }: { wanted: Wanted }) {
  return (
    <NativeSelect
      label={say('sort')}
      value={sort}
      onChange={({ currentTarget }) => ask({ sort: currentTarget.value as SortKey })}
      data={sortKeys.map((key) => ({ value: key, label: say(`sort_${key}`) }))}
    />
  );
}
