import { useState } from 'react';
import { Link } from 'react-router';
import type { Act } from '../../../contract/pages/act.js';
import type { TodayItem } from '../../../contract/pages/today.js';
import { Actions } from '../../parts/act/actions.js';
import { Day, Distance } from '../../parts/day/day.js';
import { PersonName } from '../../parts/person-name.js';
import { Severity } from '../../parts/severity.js';
import { useWaiting } from '../../api/wishes.js';
import { say } from '../../texts/today.js';
import rowsStyles from '../../parts/rows/rows.module.css';
import styles from './today.module.css';

interface TodayRowProps {
  item: TodayItem;
  withName: boolean;
  gone: boolean;
}

/** One thing to do: how soon, who, what, since or until when, why, and what can be done about it. */
export function TodayRow({ item, withName, gone }: TodayRowProps) {
  const [why, setWhy] = useState(false);
  const waits = useWaiting().some(({ call }) => item.actions.some((act: Act) => act.call.path === call.path));
  const { journey, kind } = item;
  return (
    <li className={rowsStyles.row} data-row data-gone={gone || undefined} tabIndex={-1}>
      <div className={`${rowsStyles.what} ${styles.what}`}>
        <Severity of={item.severity} />
        {withName && (
          <Link to={`/teilnehmende/${journey.id}`} className={rowsStyles.name} data-open>
            <PersonName of={journey.name} />
          </Link>
        )}
        <span>{item.title}</span>
        <span className={rowsStyles.dimmed}>
          {kind === 'flag' ? (
            <>
              {say('since', { day: '' })}
              <Day of={item.due} as="short" />
            </>
          ) : (
            <>
              {say('until', { day: '' })}
              <Day of={item.due} as="short" />
            </>
          )}{' '}
          · <Distance of={item.due} />
        </span>
        <button
          type="button"
          className={styles.why}
          aria-expanded={why}
          data-why
          onClick={() => setWhy(!why)}
        >
          {say('why')}
        </button>
      </div>
      {item.text !== undefined && <p className={rowsStyles.text}>{item.text}</p>}
      {item.suggestion !== undefined && (
        <p className={rowsStyles.text}>{say('suggestion', { text: item.suggestion })}</p>
      )}
      {why && (
        <p className={rowsStyles.text}>
          {item.why} <Link to={`/teilnehmende/${journey.id}?eintrag=${item.because}`}>{say('law')}</Link>
        </p>
      )}
      {waits && <p role="status">{say('waits')}</p>}
      {!gone && (
        <Actions
          acts={item.actions}
          journey={{ id: journey.id, version: undefined }}
          phone={journey.phone}
          disabled={waits}
        />
      )}
    </li>
  );
}
