import { UnstyledButton } from '@mantine/core';
import { say } from '../../texts/journey.js';
import styles from './journey.module.css';
import { useAddress, usePage } from './page-state.js';

/** Leads to the entry of the timeline that was the reason. */
export function WhyLink({ event, label = say('why') }: { event: string; label?: string }) {
  const [, open] = useAddress('eintrag');
  const { events } = usePage();
  if (!events?.some(({ id }) => id === event)) return null;
  return (
    <UnstyledButton className={styles.link} onClick={() => open(event)}>
      {label}
    </UnstyledButton>
  );
}
