import { Link } from 'react-router';
import type { ProgrammeWords } from '../../../contract/pages/words.js';
import type { Listed } from '../../api/reads.js';
import { PersonName } from '../../parts/person-name.js';
import type { SteadyRow } from '../../parts/steady/use-steady-list.js';
import { say } from '../../texts/journeys.js';
import { Contact, Due, isFull, Paper, Phase } from './cells.js';
import styles from './journeys.module.css';

interface JourneyRowProps {
  row: SteadyRow<Listed>;
  /** Its place among all rows, for a table of which only a part is there. */
  index: number;
  isCurrent: boolean;
  withCommune: boolean;
  coachName: (email: string) => string;
  isMine: (email: string) => boolean;
  words: ProgrammeWords;
  measure?: ((row: HTMLElement | null) => void) | undefined;
}

/** Somebody in the table. Of a colleague's people only what the list may say. */
export function JourneyRow(props: JourneyRowProps) {
  const { row, index, isCurrent, withCommune, coachName, isMine, words, measure } = props;
  const { item, gone, changed } = row;
  const full = isFull(item);
  return (
    <tr
      ref={measure}
      data-index={index}
      data-row={item.id}
      data-gone={gone || undefined}
      data-changed={changed || undefined}
      data-colleague={!full || undefined}
      aria-rowindex={measure && index + 2}
    >
      <th scope="row">
        <Link to={`/teilnehmende/${item.id}`} tabIndex={isCurrent ? 0 : -1}>
          <PersonName of={item.name} sorted />
        </Link>
        {gone && <small className={styles.mark}> {say('gone')}</small>}
        {changed && <small className={styles.mark}> {say('changed')}</small>}
      </th>
      <td>
        <Phase of={item} words={words} />
        {full && !item.open && item.phase !== 'closed' && ` · ${say('closed')}`}
      </td>
      {full ? (
        <>
          <td data-personal>
            <Paper of={item} words={words} />
          </td>
          <td data-personal>
            <Due of={item} words={words} />
          </td>
          <td>
            <Contact of={item} />
          </td>
        </>
      ) : (
        <td colSpan={3}>{say('colleagueOnly')}</td>
      )}
      {withCommune && <td>{words.communes[item.commune] ?? item.commune}</td>}
      <td>
        {item.coach === null
          ? say('noCoach')
          : full || isMine(item.coach)
            ? coachName(item.coach)
            : say('colleague', { coach: coachName(item.coach) })}
      </td>
    </tr>
  );
}
