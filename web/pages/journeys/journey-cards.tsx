import { useMemo, useRef } from 'react';
import { Link } from 'react-router';
import type { ProgrammeWords } from '../../../contract/pages/words.js';
import { useMe, useWords, type Listed } from '../../api/reads.js';
import { Day } from '../../parts/day/day.js';
import { nameOf, PersonName } from '../../parts/person-name.js';
import { Severity } from '../../parts/severity.js';
import type { SteadyRow } from '../../parts/steady/use-steady-list.js';
import { useColleagues } from '../../parts/use-colleagues.js';
import { say } from '../../texts/journeys.js';
import { Due, isFull, Phase } from './cells.js';
import styles from './journeys.module.css';
import { useLeftAt, useReturn } from './use-return.js';
import { useRows } from './use-rows.js';
import type { Selection } from './use-selection.js';
import type { Wanted } from './use-wanted.js';

const nothing = (): void => undefined;

interface JourneyCardsProps {
  rows: readonly SteadyRow<Listed>[];
  wanted: Wanted;
  selection: Selection;
}

/** On a phone everybody is a card: name, how soon to act, paper, next deadline. */
export function JourneyCards({ rows, wanted, selection }: JourneyCardsProps) {
  const me = useMe();
  const words = useWords();
  const { nameOf } = useColleagues();
  const list = useRef<HTMLUListElement>(null);
  const ids = useMemo(() => rows.map(({ item }) => item.id), [rows]);
  const onPeek = (id: string): void => wanted.beside({ peeked: id });
  const { current, at } = useRows(list, { ids, bring: nothing, begin: useLeftAt(), selection, onPeek });
  useReturn(list, ids[current]);
  const colleague = ({ coach }: Listed): string | undefined =>
    coach === null || coach === me.email ? undefined : say('colleague', { coach: nameOf(coach) });
  return (
    <ul
      ref={list}
      className={styles.cards}
      aria-label={say('title')}
      tabIndex={-1}
      data-list
      onFocus={({ target }) => {
        const card = target.closest<HTMLElement>('[data-row]');
        if (card?.dataset.row !== undefined) at(card.dataset.row);
      }}
    >
      {rows.map((row) => (
        <Card key={row.item.id} row={row} words={words} colleague={colleague} selection={selection} />
      ))}
    </ul>
  );
}

interface CardProps {
  selection: Selection;
  row: SteadyRow<Listed>;
  words: ProgrammeWords;
  /** With whom somebody is who is not with the reader. */
  colleague: (item: Listed) => string | undefined;
}

function Card({ row: { item, gone, changed }, words, colleague, selection }: CardProps) {
  const full = isFull(item);
  return (
    <li data-row={item.id} data-gone={gone || undefined} data-changed={changed || undefined}>
      <input
        type="checkbox"
        className={styles.tick}
        aria-label={say('select', { name: nameOf(item.name) })}
        disabled={!full || gone}
        checked={selection.has(item.id)}
        onChange={() => selection.toggle(item.id)}
      />
      <Link to={`/teilnehmende/${item.id}`}>
        <PersonName of={item.name} sorted />
      </Link>
      {full && item.severity !== null && (
        <div>
          <Severity of={item.severity} /> {item.flags.map((flag) => words.flags[flag] ?? flag).join(', ')}
        </div>
      )}
      <div className={styles.dimmed}>
        <Phase of={item} words={words} />
        {colleague(item) !== undefined && ` · ${colleague(item)}`}
      </div>
      {full && (
        <dl data-personal>
          <dt>{say('column_paper')}</dt>
          <dd>
            {item.paper?.validUntil ? (
              <Day of={item.paper.validUntil} as="table" far />
            ) : (
              say(item.paper ? 'paperMissing' : 'noPaper')
            )}
          </dd>
          <dt>{say('column_due')}</dt>
          <dd>
            <Due of={item} words={words} />
          </dd>
        </dl>
      )}
      {gone && <small>{say('gone')}</small>}
      {changed && <small>{say('changed')}</small>}
    </li>
  );
}
