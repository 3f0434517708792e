import { Button } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { Message } from '../../../contract/journeys/deadline.js';
import { useMe, useWords } from '../../api/reads.js';
import { MessageStateWord } from '../../parts/message/message-state.js';
import { whyMessage } from '../../parts/message/why.js';
import { usesSingleKeys } from '../../shell/global-keys.js';
import { say } from '../../texts/journey.js';
import { say as ofMessages } from '../../texts/message.js';
import { berlinDay, dayInFull, instantInFull, plannedInFull } from '../../time/days.js';
import { MessageWhy } from './message-why-text.js';
import styles from './messages.module.css';
import { useAddress } from './page-state.js';
import { roleWords } from './record-menu.js';

/** A message: where it stands, when, in which language, what for, and why so. */
export function MessageLine({ message }: { message: Message }) {
  const me = useMe();
  const words = useWords();
  const [warum, explain] = useAddress('warum');
  const isOpen = warum === message.id;
  const toggle = (): void => explain(isOpen ? undefined : message.id);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'w' || event.ctrlKey || event.metaKey || event.altKey || !usesSingleKeys(me)) return;
    event.preventDefault();
    toggle();
  };
  const { state, stateSince, plannedFor, language, rule, to } = message;
  const isAhead = state === 'planned' || state === 'held';
  const about = words.deadlines[rule] ?? words.flags[rule] ?? words.tasks[rule] ?? rule;
  const sentence = whyMessage(message);
  const id = `why-${message.id}`;
  return (
    <li tabIndex={0} onKeyDown={onKeyDown} className={styles.message} aria-keyshortcuts="w" data-message>
      <p className={styles.first}>
        <MessageStateWord of={state} />{' '}
        <time dateTime={isAhead ? plannedFor : stateSince}>
          {isAhead
            ? plannedInFull(plannedFor)
            : state === 'cancelled'
              ? dayInFull(berlinDay(stateSince))
              : instantInFull(stateSince)}
        </time>
      </p>
      <p>
        {about} · {ofMessages('byMail')} ·{' '}
        {to === 'participant' ? (words.languages[language] ?? language) : roleWords(to)}
      </p>
      {state === 'cancelled' && (
        <p className={styles.aside}>{say('wasPlannedFor', { date: dayInFull(berlinDay(plannedFor)) })}</p>
      )}
      {sentence && <p className={styles.aside}>{sentence}</p>}
      <Button
        variant="subtle"
        size="compact-sm"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={`${say('why')} ${about}`}
        onClick={toggle}
      >
        {say('why')}
      </Button>
      {isOpen && (
        <div id={id}>
          <MessageWhy message={message} />
        </div>
      )}
    </li>
  );
}
