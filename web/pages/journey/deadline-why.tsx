import { useWords } from '../../api/reads.js';
import { Day } from '../../parts/day/day.js';
import { say } from '../../texts/journey.js';
import { berlinDay, dayInFull, instantInFull } from '../../time/days.js';
import type { Deadline } from '../../../contract/journeys/deadline.js';
import { anchorOf } from './anchor.js';
import styles from './deadlines.module.css';
import { LadderList } from './ladder-list.js';
import { usePage } from './page-state.js';
import { useProgramme } from './programme.js';
import { WhyLink } from './why-link.js';

/** The chain behind a deadline: what happened, the rule, the law, the calendar, whom it reminds. */
export function DeadlineWhy({ deadline }: { deadline: Deadline }) {
  const { journey, events } = usePage();
  const words = useWords();
  const programme = useProgramme(journey.programme);
  const rule = programme?.deadlines.find(({ key }) => key === deadline.rule);
  const cause = events?.find(({ id }) => id === deadline.because);
  const value = anchorOf(deadline.id, events ?? []);
  const confidence = rule?.law.confidence;
  return (
    <div className={styles.chain}>
      <dl>
        <dt>{say('whyEvent')}</dt>
        <dd>
          {cause ? (
            <>
              {cause.text} <Day of={berlinDay(cause.occurredAt)} />. {say('recordedOn')}{' '}
              {instantInFull(cause.recordedAt)}. <WhyLink event={cause.id} label={say('toEntry')} />
            </>
          ) : (
            say('whyUnknown')
          )}
        </dd>
        {value !== undefined && (
          <>
            <dt>{say('whyValue')}</dt>
            <dd>
              <Day of={value} />
            </dd>
          </>
        )}
        <dt>{say('whyRule')}</dt>
        <dd>
          {words.deadlines[deadline.rule] ?? deadline.title},{' '}
          {say('whyVersion', { version: journey.programme.version })}
        </dd>
        <dt>{say('whySource')}</dt>
        <dd>
          <span lang="de">{deadline.source}</span>
          {rule?.law.validFrom && ` · ${say('lawFrom', { date: dayInFull(rule.law.validFrom) })}`}
          {rule?.law.validTo && ` · ${say('lawTo', { date: dayInFull(rule.law.validTo) })}`}
        </dd>
        <dt>{say('whyCalendar')}</dt>
        <dd>
          {deadline.due === deadline.dueRaw
            ? say('calendarSame', { due: dayInFull(deadline.due) })
            : say(deadline.due < deadline.dueRaw ? 'calendarBack' : 'calendarForth', {
                raw: dayInFull(deadline.dueRaw),
                due: dayInFull(deadline.due),
              })}
        </dd>
        {confidence && (
          <>
            <dt>{say('whyConfidence')}</dt>
            <dd>{say(`confidence_${confidence}`)}</dd>
          </>
        )}
      </dl>
      <LadderList deadline={deadline} />
      <p>
        {!deadline.verified && say('unverifiedLong')} {say('advice')}
      </p>
    </div>
  );
}
