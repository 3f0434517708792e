import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { reads, useWords } from '../../api/reads.js';
import type { EventView } from '../../../contract/journeys/event.js';
import { Day } from '../../parts/day/day.js';
import { say } from '../../texts/journey.js';
import { berlinDay, instantInFull, timeOf } from '../../time/days.js';
import { useActing } from './acting.js';
import { EntryDetails } from './entry-details.js';
import { FormHere } from './form-here.js';
import { useAddress, usePage } from './page-state.js';
import { roleWords } from './record-menu.js';
import { subjectOf } from './subject.js';
import { canBeWithdrawn, recordOf, undoneAtOnce, type Clock, type Entry } from './timeline.js';
import styles from './timeline.module.css';
import { withdrawalOf } from './withdrawal.js';

interface EntryProps {
  entry: Entry;
  entries: readonly Entry[];
  clock: Clock;
}

/** One thing that happened: when, what, by whom; both clocks where they differ. */
export function TimelineEntry({ entry, entries, clock }: EntryProps) {
  const { event, withdrawnBy, differs, plans } = entry;
  const { now, stand, events } = usePage();
  const { open } = useActing();
  const [eintrag] = useAddress('eintrag');
  const words = useWords();
  // as far as the messages beside it have been asked for
  const { data: messages } = useQuery({ ...reads.messages(now.id), enabled: false });
  const subject = subjectOf(event, { journey: now, messages: messages ?? [], events: events ?? [], words });
  const text = subject === undefined ? event.text : `${event.text.replace(/\.$/, '')}: ${subject}.`;
  const target = useRef<HTMLButtonElement>(null);
  const line = useRef<HTMLLIElement>(null);
  const isWanted = [event, ...plans].some(({ id }) => id === eintrag);
  useEffect(() => {
    if (!isWanted) return;
    line.current?.focus({ preventScroll: true });
    line.current?.scrollIntoView({ block: 'center' });
  }, [isWanted]);
  const record = recordOf(event);
  const place = `entry:${event.id}`;
  const byDay = event.occurredAt !== event.recordedAt;
  return (
    <li ref={line} id={`eintrag-${event.id}`} tabIndex={-1} data-wanted={isWanted || undefined}>
      <div className={styles.line}>
        <span className={styles.time}>{clock === 'recorded' || !byDay ? timeOf(event.recordedAt) : ''}</span>
        <div className={styles.what}>
          {withdrawnBy ? (
            <>
              <IconArrowBackUp size={16} aria-hidden /> <b>{say('withdrawn')}</b> <s>{text}</s>
            </>
          ) : (
            text
          )}{' '}
          <span className={styles.who}>
            · <span className="visually-hidden">{say('recordedBy')}</span> {whoOf(event.actor)}
          </span>
          {differs && (
            <p className={styles.differs}>
              {clock === 'recorded' ? (
                <>
                  {say('happenedOn')} <Day of={berlinDay(event.occurredAt)} />
                </>
              ) : (
                `${say('recordedOn')} ${instantInFull(event.recordedAt)}`
              )}
            </p>
          )}
          {withdrawnBy && (
            <p className={styles.differs}>
              {undoneAtOnce(entry)
                ? say('undoneAtOnce')
                : say('withdrawnBy', {
                    date: instantInFull(withdrawnBy.recordedAt),
                    who: whoOf(withdrawnBy.actor),
                  })}
              {!undoneAtOnce(entry) && typeof withdrawnBy.data.reason === 'string' && (
                <> „{withdrawnBy.data.reason}“</>
              )}
            </p>
          )}
          <EntryDetails entry={entry} open={isWanted} />
        </div>
        {stand === undefined && record !== undefined && canBeWithdrawn(entry, entries) && (
          <button
            ref={target}
            type="button"
            className={styles.withdraw}
            aria-label={say('entryWithdraw', { what: text })}
            onClick={() => open(withdrawalOf(now.id, record, text), place, target.current)}
          >
            {say('withdraw')}
          </button>
        )}
      </div>
      <FormHere place={place} />
    </li>
  );
}

/** Who recorded it: the name where it is told, else the role. */
function whoOf(actor: EventView['actor']): string {
  return actor.name ?? roleWords(actor.kind === 'engine' ? 'engine' : (actor.role ?? actor.kind));
}
