import { NativeSelect } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { saidNow } from '../../parts/with-filter.js';
import { say } from '../../texts/deadlines.js';
import { changed, type Filters } from './filters.js';
import { byDays, useChoices } from './use-choices.js';
import styles from './deadlines.module.css';

/** Every filter; the address holds what is chosen. */
export function FilterBar({ filters }: { filters: Filters }) {
  const [, setSearch] = useSearchParams();
  return (
    <search className={styles.filters} aria-label={say('filters')} data-not-printed>
      {useChoices(filters).map(({ name, label, value, options }, at) => (
        <NativeSelect
          key={name}
          size="sm"
          label={label}
          value={value}
          onChange={({ currentTarget }) => {
            if (currentTarget.value !== byDays)
              setSearch(changed(saidNow(), name, currentTarget.value), { replace: true });
          }}
          data={options}
          {...(at === 0 && { 'data-page-search': true })}
        />
      ))}
    </search>
  );
}
