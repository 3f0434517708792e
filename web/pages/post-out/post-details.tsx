import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { MessageItem } from '../../../contract/pages/messages.js';
import { reads, useMe } from '../../api/reads.js';
import { Actions } from '../../parts/act/actions.js';
import { BlockFailed, Loading } from '../../parts/block.js';
import { textName } from '../../parts/message/text-name.js';
import { say } from '../../texts/post-out.js';
import { instantInFull, plannedInFull } from '../../time/days.js';
import { CaughtMailFrame } from './caught-mail-frame.js';
import { Preview } from './preview.js';
import styles from './post-out.module.css';

/** What a message says, since when it is where it is, and the way to the whole chain behind it. */
export function PostDetails({ message }: { message: MessageItem }) {
  const me = useMe();
  const query = useQuery({ ...reads.preview(message.id), enabled: message.to === 'participant' });
  const { journey, plannedFor, stateSince, text, textVersion, reviewed, state, messageId } = message;
  const isCaught = me.mailCatcher && state === 'sent' && messageId !== undefined;
  return (
    <div className={styles.details}>
      <p>
        {say('planned', { date: plannedInFull(plannedFor) })}{' '}
        {say('since', { date: instantInFull(stateSince) })}{' '}
        {say('text', { name: textName(text), version: textVersion })}{' '}
        {say(reviewed ? 'reviewed' : 'notReviewed')}
      </p>
      {query.data ? (
        <>
          <Preview of={query.data} />
          {query.data.notAgain !== undefined && <p>{say('notAgain', { why: query.data.notAgain })}</p>}
          <Actions
            acts={query.data.actions}
            journey={{ id: journey.id, version: undefined }}
            phone={message.phone}
            onDone={() => focusOpener(message.id)}
          />
        </>
      ) : query.error ? (
        <BlockFailed error={query.error} retry={() => void query.refetch()} />
      ) : (
        <Loading lines={4} retry={() => void query.refetch()} />
      )}
      <p>
        <Link to={`/teilnehmende/${journey.id}?warum=${message.id}`}>{say('chain')}</Link>
      </p>
      {isCaught && <CaughtMailFrame id={`${messageId}.1`} />}
    </div>
  );
}

/** Whatever was done, the reader stays at this message. */
const focusOpener = (id: string): void =>
  document.querySelector<HTMLElement>(`[aria-controls="details-${id}"]`)?.focus();
