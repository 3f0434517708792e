import type { DeadlineRule } from '../../../contract/pages/programme.js';
import { say } from '../../texts/programme.js';
import { dayInFull } from '../../time/days.js';
import styles from './programme.module.css';

/** On which law a rule rests, how sure that is, and between which days the law is so. */
export function LawLine({ of: { source, confidence, validFrom, validTo } }: { of: DeadlineRule['law'] }) {
  const notes = [
    say(`confidence_${confidence}`),
    ...(validFrom === null ? [] : [say('lawSince', { day: dayInFull(validFrom) })]),
    ...(validTo === null ? [] : [say('lawUntil', { day: dayInFull(validTo) })]),
  ];
  return (
    <p className={styles.law}>
      {say('law')}: <span lang="de">{source}</span> · {notes.join(' · ')}
    </p>
  );
}
