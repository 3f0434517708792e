import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { MessageItem } from '../../../contract/pages/messages.js';
import { useWords } from '../../api/reads.js';
import { MessageStateWord } from '../../parts/message/message-state.js';
import { whyMessage } from '../../parts/message/why.js';
import { nameOf, PersonName } from '../../parts/person-name.js';
import type { SteadyRow } from '../../parts/steady/use-steady-list.js';
import { useCoachName } from '../../parts/use-coach-name.js';
import { say as ofMessages } from '../../texts/message.js';
import { say } from '../../texts/post-out.js';
import { plannedInFull, plannedInTable } from '../../time/days.js';
import { PostDetails } from './post-details.js';
import styles from './post-out.module.css';

interface PostRowProps {
  row: SteadyRow<MessageItem>;
  withCoach: boolean;
  /** How many columns the table has. */
  columns: number;
  isOpen: boolean;
  onToggle: () => void;
}

/** One message, and beneath it what it says when it is opened. */
export function PostRow({
  row: { item, gone, changed },
  withCoach,
  columns,
  isOpen,
  onToggle,
}: PostRowProps) {
  const words = useWords();
  const coach = useCoachName(withCoach ? item.coach : null);
  const { id, journey, plannedFor, language, rule, state } = item;
  const cause = words.deadlines[rule] ?? words.flags[rule] ?? words.tasks[rule] ?? rule;
  const sentence = whyMessage(item);
  const details = `details-${id}`;
  return (
    <>
      <tr data-row={id} data-gone={gone || undefined} data-changed={changed || undefined}>
        <td>
          <time dateTime={plannedFor} title={plannedInFull(plannedFor)}>
            {plannedInTable(plannedFor)}
          </time>
        </td>
        <th scope="row">
          <Link to={`/teilnehmende/${journey.id}`}>
            <PersonName of={journey.name} />
          </Link>
        </th>
        {withCoach && <td>{coach}</td>}
        <td className={styles.short}>{ofMessages('byMail')}</td>
        <td>{words.languages[language] ?? language}</td>
        <td>{cause}</td>
        <td>
          <MessageStateWord of={state} />
          {sentence !== undefined && <p className={styles.why}>{sentence}</p>}
        </td>
        <td>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={isOpen}
            aria-controls={details}
            aria-label={say('showOf', { cause, name: nameOf(journey.name) })}
            onClick={onToggle}
          >
            {say('show')}
          </Button>
        </td>
      </tr>
      {isOpen && (
        <tr id={details}>
          <td colSpan={columns}>
            <PostDetails message={item} />
          </td>
        </tr>
      )}
    </>
  );
}
