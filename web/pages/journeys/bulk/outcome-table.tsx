import { Table } from '@mantine/core';
import { Link } from 'react-router';
import type { BulkOutcome } from '../../../../contract/pages/bulk.js';
import { nameOf, PersonName } from '../../../parts/person-name.js';
import { say as common } from '../../../texts/common.js';
import { say } from '../../../texts/journeys.js';
import type { People } from '../people.js';
import styles from './bulk.module.css';

/** So many rows are read on a screen; all of them are in the file. */
const most = 500;

interface OutcomeTableProps {
  outcomes: readonly BulkOutcome[];
  people: People;
  caption: string;
  /** It would happen; it has not. */
  isPreview?: boolean;
  ticks?: { has: (id: string) => boolean; toggle: (id: string) => void };
}

/** What becomes of each, and why not. */
export function OutcomeTable({ outcomes, people, caption, isPreview = false, ticks }: OutcomeTableProps) {
  return (
    <div className={styles.outcomes} role="region" aria-label={caption} tabIndex={0}>
      <Table>
        <caption className="visually-hidden">{caption}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{say('columnName')}</Table.Th>
            <Table.Th scope="col">{say('outcome')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {outcomes.slice(0, most).map((row) => (
            <Table.Tr key={row.journeyId} data-outcome={row.outcome}>
              <Table.Th scope="row">
                {ticks && <Tick row={row} people={people} {...ticks} />}{' '}
                <Person id={row.journeyId} people={people} />
              </Table.Th>
              <Table.Td>{inWords(row, isPreview)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {outcomes.length > most && <p>{say('moreRows', { n: outcomes.length - most })}</p>}
    </div>
  );
}

interface TickProps {
  row: BulkOutcome;
  people: People;
  has: (id: string) => boolean;
  toggle: (id: string) => void;
}

function Tick({ row: { journeyId: id, outcome }, people, has, toggle }: TickProps) {
  const person = people.get(id);
  return (
    <input
      type="checkbox"
      aria-label={say('select', { name: person ? nameOf(person.name) : id })}
      disabled={outcome !== 'done'}
      checked={outcome === 'done' && has(id)}
      onChange={() => toggle(id)}
    />
  );
}

/** By name where the page knows it; else a way to whoever it is. */
function Person({ id, people }: { id: string; people: People }) {
  const person = people.get(id);
  return (
    <Link to={`/teilnehmende/${id}`}>
      {person ? <PersonName of={person.name} sorted /> : say('openPerson')}
    </Link>
  );
}

/** What became of somebody in one sentence or two. */
export function inWords({ outcome, effect, why }: BulkOutcome, isPreview: boolean): string {
  const what = say(isPreview ? `would_${outcome}` : `was_${outcome}`);
  const missing = (why?.missing ?? []).map(({ text }) => common('missing', { what: text }));
  const because = missing.length > 0 ? missing : why ? [why.text] : [];
  return [what, ...because, ...(effect === undefined ? [] : [effect])].join(' · ');
}
