import { Button } from '@mantine/core';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useSearchParams } from 'react-router';
import { saidNow } from '../../parts/with-filter.js';
import { say } from '../../texts/deadlines.js';
import { changed, type Filters } from './filters.js';
import { useChoices } from './use-choices.js';
import styles from './deadlines.module.css';

/** No filter holds unseen: each stands here and can be taken away. */
export function Chips({ filters }: { filters: Filters }) {
  const [, setSearch] = useSearchParams();
  const shown = useChoices(filters).filter(({ value }) => value !== '');
  if (shown.length === 0) return null;
  const set = (search: URLSearchParams, from: HTMLElement): void => {
    // the chip goes; the focus stays with what is shown
    from.closest('main')?.querySelector<HTMLElement>('[data-list]')?.focus();
    setSearch(search, { replace: true });
  };
  return (
    <>
      <ul className={styles.chips} aria-label={say('active')}>
        {shown.map(({ name, label, value, options }) => {
          const words = {
            filter: label,
            value: options.find((option) => option.value === value)?.label ?? value,
          };
          return (
            <li key={name}>
              <Button
                variant="default"
                size="compact-sm"
                aria-label={say('removeChip', words)}
                rightSection={<IconX size={14} aria-hidden />}
                onClick={({ currentTarget }) => set(changed(saidNow(), name, undefined), currentTarget)}
              >
                {say('chip', words)}
              </Button>
            </li>
          );
        })}
      </ul>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={({ currentTarget }) => set(new URLSearchParams(), currentTarget)}
      >
        {say('reset')}
      </Button>
    </>
  );
}
