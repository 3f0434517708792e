import { Button } from '@mantine/core';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { say } from '../../texts/common.js';
import styles from './chips.module.css';

/** A filter that is on, in words. */
export interface Chip {
  name: string;
  filter: string;
  value: string;
  remove: () => void;
}

interface ChipsProps {
  of: readonly Chip[];
  /** Takes all of them away; absent where nothing is to be taken away. */
  reset: (() => void) | undefined;
}

/** No filter holds unseen: each stands here and can be taken away. */
export function Chips({ of, reset }: ChipsProps) {
  return (
    <>
      {of.length > 0 && (
        <ul className={styles.chips} aria-label={say('activeFilters')}>
          {of.map(({ name, remove, ...words }) => (
            <li key={name}>
              <Button
                variant="default"
                size="compact-sm"
                aria-label={say('removeFilter', words)}
                rightSection={<IconX size={14} aria-hidden />}
                onClick={({ currentTarget }) => {
                  toList(currentTarget);
                  remove();
                }}
              >
                {say('filterChip', words)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {reset && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={({ currentTarget }) => {
            toList(currentTarget);
            reset();
          }}
        >
          {say('resetFilters')}
        </Button>
      )}
    </>
  );
}

/** What is pressed goes; the focus stays with what is shown. */
const toList = (from: HTMLElement): void =>
  from.closest('main')?.querySelector<HTMLElement>('[data-list]')?.focus();
