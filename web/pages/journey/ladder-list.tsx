import type { Deadline } from '../../../contract/journeys/deadline.js';
import { Day } from '../../parts/day/day.js';
import { say } from '../../texts/journey.js';
import styles from './journey.module.css';
import { ladderOf, sharedState, type Rung } from './ladder.js';
import { MessageStateWord } from '../../parts/message/message-state.js';

/** The reminders of a deadline, rung by rung, and what became of each. */
export function LadderList({ deadline }: { deadline: Deadline }) {
  const rungs = ladderOf(deadline);
  if (rungs.length === 0) return <p>{say('ladderNone')}</p>;
  return (
    <>
      <h3 className={styles.small}>{say('ladderTitle')}</h3>
      <ol className={styles.ladder}>
        {rungs.map((rung) => (
          <li key={rung.day}>
            <span className={styles.rung}>
              <b>{distanceOf(rung.before)}</b> <Day of={rung.day} as="table" />
            </span>
            <Told rung={rung} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Told({ rung }: { rung: Rung }) {
  const shared = sharedState(rung);
  const names = (told: Rung['told']): string => [...new Set(told.map(({ to }) => toWords(to)))].join(', ');
  if (shared) {
    return (
      <span className={styles.told}>
        <MessageStateWord of={shared} /> <small>{names(rung.told)}</small>
      </span>
    );
  }
  return (
    <span className={styles.told}>
      {rung.told.map(({ to, state }) => (
        <span key={`${to} ${state}`}>
          <MessageStateWord of={state} /> <small>{toWords(to)}</small>
        </span>
      ))}
    </span>
  );
}

function distanceOf(before: number): string {
  const far = Math.abs(before);
  if (before === 0) return say('onTheDay');
  const weeks = far % 7 === 0 || far > 13;
  const n = weeks ? Math.round(far / 7) : far;
  return say(before > 0 ? (weeks ? 'weeksBefore' : 'daysBefore') : weeks ? 'weeksAfter' : 'daysAfter', { n });
}

function toWords(to: string): string {
  const known = ['participant', 'coach', 'coordinator'] as const;
  const found = known.find((each) => each === to);
  return found ? say(`to_${found}`) : to;
}
