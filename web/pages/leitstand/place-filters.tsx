import { NativeSelect } from '@mantine/core';
import { useSearchParams } from 'react-router';
import type { WorkloadFigures } from '../../../contract/pages/figures.js';
import { useMe, useWords } from '../../api/reads.js';
import { saidNow, withFilter } from '../../parts/with-filter.js';
import { say } from '../../texts/leitstand.js';
import { placeIn, type Place } from './place.js';
import styles from './leitstand.module.css';

/** The commune and the coach whose journeys are counted. The coaches are those of the block beneath: nobody else is asked for. */
export function PlaceFilters({ coaches }: { coaches: WorkloadFigures['coaches'] }) {
  const me = useMe();
  const words = useWords();
  const [search, setSearch] = useSearchParams();
  const place = placeIn(search);
  const communes = Object.entries(words.communes).filter(([key]) => me.communes?.includes(key) ?? true);
  const field = (name: keyof Place, options: { value: string; label: string }[]) => {
    const chosen = place[name] ?? '';
    const isKnown = chosen === '' || options.some(({ value }) => value === chosen);
    return (
      <NativeSelect
        label={say(name)}
        value={chosen}
        onChange={({ currentTarget }) =>
          setSearch(withFilter(saidNow(), name, currentTarget.value), { replace: true })
        }
        data={[
          { value: '', label: say(`all_${name}`) },
          ...options,
          ...(isKnown ? [] : [{ value: chosen, label: chosen }]),
        ]}
        {...(name === 'commune' && { 'data-page-search': true })}
      />
    );
  };
  return (
    <search className={styles.filters} aria-label={say('filters')} data-not-printed>
      {me.communes?.length !== 1 &&
        field(
          'commune',
          communes.map(([value, label]) => ({ value, label })),
        )}
      {field(
        'coach',
        coaches.map(({ coach, name }) => ({ value: coach, label: name })),
      )}
    </search>
  );
}
