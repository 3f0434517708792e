import type { EventView } from '../../../contract/journeys/event.js';
import type { Message } from '../../../contract/journeys/deadline.js';
import { useWords } from '../../api/reads.js';
import { textName } from '../../parts/message/text-name.js';
import { say } from '../../texts/journey.js';
import { instantInFull, plannedInFull } from '../../time/days.js';
import styles from './messages.module.css';
import { usePage } from './page-state.js';
import { WhyLink } from './why-link.js';

/** The chain behind a message: the rule, the event that planned it, the text, and what became of it step by step. */
export function MessageWhy({ message }: { message: Message }) {
  const { journey, events = [] } = usePage();
  const words = useWords();
  const { key, rule, text, language, textVersion, reviewed, plannedFor, to } = message;
  const planned = events.filter((event) => plans(event, key));
  const first = planned[0];
  const cause =
    first &&
    (events.find(({ commandId, type }) => commandId === first.commandId && type !== 'AgendaChanged') ??
      first);
  const steps = events.filter(({ type, data }) => type !== 'AgendaChanged' && data.key === key);
  const about = words.deadlines[rule] ?? words.flags[rule] ?? words.tasks[rule] ?? rule;
  return (
    <div className={styles.chain}>
      <p>{say('messageRule', { rule: about, version: journey.programme.version })}</p>
      {cause && (
        <p>
          {say('messageCause', { text: cause.text, date: instantInFull(cause.recordedAt) })}{' '}
          <WhyLink event={cause.id} label={say('toEntry')} />
        </p>
      )}
      <p>{say('messagePlanned', { date: plannedInFull(plannedFor) })}</p>
      {to === 'participant' && (
        <p>
          {say('messageText', {
            name: textName(text),
            language: words.languages[language] ?? language,
            version: textVersion,
          })}{' '}
          {!reviewed && say('notReviewed')}
        </p>
      )}
      {steps.length > 0 && (
        <ol>
          {steps.map(({ id, recordedAt, text }) => (
            <li key={id}>
              {instantInFull(recordedAt)}: {text}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

/** Whether a plan put the message with this key on the agenda. */
const plans = ({ type, data }: EventView, key: string): boolean =>
  type === 'AgendaChanged' &&
  Array.isArray(data.planned) &&
  (data.planned as { key?: unknown }[]).some((item) => item.key === key);
