import { useAway } from '../api/connection.js';
import { useWaiting } from '../api/wishes.js';
import { say as common } from '../texts/common.js';
import { say } from '../texts/shell.js';
import styles from './shell.module.css';

/** At most one line under the bar: that the server is away and what waits for it, else that all of this is invented. */
export function Banner({ demonstration }: { demonstration: boolean }) {
  const away = useAway();
  const waiting = useWaiting();
  return (
    <>
      <div role="status" className={styles.bannerPlace}>
        {(away || waiting.length > 0) && (
          <p className={styles.banner} data-kind="away">
            {away && <span>{say('away')} </span>}
            {waiting.length === 1 && say('waiting')}
            {waiting.length > 1 && say('waitingMany', { n: waiting.length })}
          </p>
        )}
      </div>
      {demonstration && (
        <p className={styles.banner} data-kind="demonstration">
          {common('demonstration')}
        </p>
      )}
    </>
  );
}
