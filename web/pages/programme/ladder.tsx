import { Table } from '@mantine/core';
import { Link } from 'react-router';
import type { DeadlineRule } from '../../../contract/pages/programme.js';
import { textName } from '../../parts/message/text-name.js';
import { say } from '../../texts/programme.js';
import { addressOf } from './parts.js';
import styles from './programme.module.css';
import { toSaid } from './sentences/conditions.js';
import { offsetSaid, spanSaid } from './sentences/spans.js';

type Rung = DeadlineRule['reminders'][number];

/** Who is reminded when, and with which text. */
export function Ladder({ of, name }: { of: readonly Rung[]; name: string }) {
  if (of.length === 0) return <p>{say('ladderNone')}</p>;
  return (
    <>
      <h3>{say('ladder')}</h3>
      <div className={styles.scroll} role="region" aria-label={`${say('ladder')}: ${name}`} tabIndex={0}>
        <Table>
          <caption className="visually-hidden">
            {say('ladder')}: {name}
          </caption>
          <Table.Thead>
            <Table.Tr>
              {(['ladderAt', 'ladderTo', 'ladderText'] as const).map((column) => (
                <Table.Th key={column} scope="col">
                  {say(column)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {of.map((rung) => (
              <Table.Tr key={`${rung.at.join()} ${rung.to.join()} ${rung.base}`}>
                <Table.Td>{whenSaid(rung)}</Table.Td>
                <Table.Td>{toSaid(rung.to)}</Table.Td>
                <Table.Td>
                  {rung.text !== undefined && (
                    <Link to={addressOf('texts', rung.text)}>{textName(rung.text)}</Link>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </>
  );
}

const whenSaid = ({ at, every, base }: Rung): string =>
  [
    at.map(offsetSaid).join(', '),
    ...(every === undefined ? [] : [say('every', { span: spanSaid(every) })]),
    ...(base === 'due' ? [] : [say(`base_${base}`)]),
  ].join(', ');
