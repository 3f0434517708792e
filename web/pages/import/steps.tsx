import { say } from '../../texts/import.js';
import styles from './import.module.css';

const steps = ['file', 'check', 'run', 'result'] as const;
export type Step = (typeof steps)[number];

/** How far one is on the way from a file to its result. */
export function Steps({ at }: { at: Step }) {
  return (
    <ol className={styles.steps} aria-label={say('steps')}>
      {steps.map((step) => (
        <li key={step} aria-current={step === at ? 'step' : undefined}>
          {say(`step_${step}`)}
        </li>
      ))}
    </ol>
  );
}
