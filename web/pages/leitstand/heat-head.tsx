import type { HorizonFigures } from '../../../contract/pages/figures.js';
import { say } from '../../texts/leitstand.js';
import { weekInWords } from '../../time/days.js';
import { daysOff } from './days-off.js';
import styles from './heat.module.css';

/** The weeks, with the days on which nobody answers at the offices. */
export function HeatHead({ weeks }: Pick<HorizonFigures, 'weeks'>) {
  return (
    <thead>
      <tr>
        <th scope="col">{say('week')}</th>
        {weeks.map((week) => (
          <th key={week.monday} scope="col" title={[weekInWords(week.monday), ...daysOff(week)].join(' · ')}>
            {week.number}
            {week.holidays.length > 0 && <span aria-hidden>✱</span>}
            {week.closed.length > 0 && <span aria-hidden>┆</span>}
            <span className="visually-hidden">{[weekInWords(week.monday), ...daysOff(week)].join(', ')}</span>
          </th>
        ))}
        <th scope="col" className={styles.undated}>
          {say('undated')}
        </th>
      </tr>
    </thead>
  );
}
