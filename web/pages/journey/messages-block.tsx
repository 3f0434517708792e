import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Message } from '../../../contract/journeys/deadline.js';
import { reads } from '../../api/reads.js';
import { Block } from '../../parts/block.js';
import { useSeen } from '../../parts/use-seen.js';
import { say } from '../../texts/journey.js';
import styles from './messages.module.css';
import { MessageLine } from './message-line.js';
import { inOrder } from './message-order.js';
import { useAddress, usePage } from './page-state.js';
import { useMessageKey } from './use-message-key.js';

const atOnce = 6;

/** What was and will be written to the participant, and why; what staff are told, by a switch. */
export function MessagesBlock() {
  const { journey, stand } = usePage();
  const place = useRef<HTMLDivElement>(null);
  const seen = useSeen(place);
  useMessageKey(place);
  const query = useQuery({ ...reads.messages(journey.id), enabled: seen });
  const [warum] = useAddress('warum');
  const [all, setAll] = useState(false);
  const [staff, setStaff] = useState(false);
  // of the past only what was settled then is known
  const known = (query.data ?? []).filter(({ stateSince }) => stand === undefined || stateSince <= stand);
  const toPerson = inOrder(known.filter(({ to }) => to === 'participant'));
  const toStaff = inOrder(known.filter(({ to }) => to !== 'participant'));
  const shown = all ? toPerson : toPerson.filter(({ id }, at) => at < atOnce || id === warum);
  if (!seen) {
    // nothing is on its way yet: room is kept, and nobody is told to wait
    return (
      <div ref={place}>
        <Block title={say('messagesTitle')}>
          <div className={styles.room} />
        </Block>
      </div>
    );
  }
  return (
    <div ref={place}>
      <Block title={say('messagesTitle')} query={query} lines={4}>
        {stand !== undefined && <p>{say('messagesPast')}</p>}
        {toPerson.length === 0 && <p>{say('messagesNone')}</p>}
        <Lines messages={shown} />
        {toPerson.length > shown.length && (
          <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
            {say('showAll', { n: toPerson.length })}
          </Button>
        )}
        {toStaff.length > 0 && (
          <>
            <Button variant="subtle" size="compact-sm" aria-expanded={staff} onClick={() => setStaff(!staff)}>
              {say(staff ? 'hideStaff' : 'showStaff', { n: toStaff.length })}
            </Button>
            {staff && (
              <>
                <h3 className={styles.heading}>{say('staffTitle')}</h3>
                <Lines messages={toStaff} />
              </>
            )}
          </>
        )}
      </Block>
    </div>
  );
}

function Lines({ messages }: { messages: readonly Message[] }) {
  return (
    <ul className={styles.messages}>
      {messages.map((message) => (
        <MessageLine key={message.id} message={message} />
      ))}
    </ul>
  );
}
