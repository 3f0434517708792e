import { useSearchParams } from 'react-router';
import { Chips } from '../../parts/chips/chips.js';
import { saidNow } from '../../parts/with-filter.js';
import { changed, type Filters } from './filters.js';
import { useChoices } from './use-choices.js';

/** The filters that are on. */
export function DeadlineChips({ filters }: { filters: Filters }) {
  const [, setSearch] = useSearchParams();
  const shown = useChoices(filters).filter(({ value }) => value !== '');
  const set = (search: URLSearchParams): void => setSearch(search, { replace: true });
  return (
    <Chips
      of={shown.map(({ name, label, value, options }) => ({
        name,
        filter: label,
        value: options.find((option) => option.value === value)?.label ?? value,
        remove: () => set(changed(saidNow(), name, undefined)),
      }))}
      reset={shown.length > 0 ? () => set(new URLSearchParams()) : undefined}
    />
  );
}
