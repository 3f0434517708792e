import { Button } from '@mantine/core';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useMe } from '../../api/reads.js';
import { say } from '../../texts/journeys.js';
import { active, areChanged, defaultsFor, without } from './filters.js';
import styles from './journeys.module.css';
import { wordFor, type Choices } from './use-choices.js';
import type { Wanted } from './use-wanted.js';

/** No filter holds unseen: each stands here and can be taken away. */
export function Chips({ wanted, choices }: { wanted: Wanted; choices: Choices }) {
  const me = useMe();
  const { filters, ask, searched } = wanted;
  const shown = active(filters);
  return (
    <>
      {shown.length > 0 && (
        <ul className={styles.chips} aria-label={say('active')}>
          {shown.map(([name, value]) => {
            const words = { filter: say(`filter_${name}`), value: wordFor(choices, name, value) };
            return (
              <li key={name}>
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={say('removeChip', words)}
                  rightSection={<IconX size={14} aria-hidden />}
                  onClick={(event) => {
                    // the chip goes; the focus stays with what is shown
                    event.currentTarget.closest('main')?.querySelector<HTMLElement>('[data-list]')?.focus();
                    ask({ filters: without(filters, name, me) });
                  }}
                >
                  {say('chip', words)}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      {(areChanged(filters, me) || searched !== '') && (
        <Reset onReset={() => ask({ filters: defaultsFor(me), view: undefined }, '')} />
      )}
    </>
  );
}

/** Back to what is shown where nothing is said. */
function Reset({ onReset }: { onReset: () => void }) {
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      onClick={(event) => {
        event.currentTarget.closest('main')?.querySelector<HTMLElement>('[data-list]')?.focus();
        onReset();
      }}
    >
      {say('reset')}
    </Button>
  );
}
