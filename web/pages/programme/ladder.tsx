import { Table } from '@mantine/core';
import { Link } from 'react-router';
import type { DeadlineRule } from '../../../contract/pages/programme.js';
import { textName } from '../../parts/message/text-name.js';
import { PlainTable } from '../../parts/plain-table/plain-table.js';
import { say } from '../../texts/programme.js';
import { addressOf } from './parts.js';
import { toSaid } from './sentences/conditions.js';
import { offsetSaid, spanSaid } from './sentences/spans.js';

type Rung = DeadlineRule['reminders'][number];

/** Who is reminded when, and with which text. */
export function Ladder({ of, name }: { of: readonly Rung[]; name: string }) {
  if (of.length === 0) return <p>{say('ladderNone')}</p>;
  return (
    <>
      <h3>{say('ladder')}</h3>
      <PlainTable
        name={`${say('ladder')}: ${name}`}
        columns={[say('ladderAt'), say('ladderTo'), say('ladderText')]}
      >
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
      </PlainTable>
    </>
  );
}

const whenSaid = ({ at, every, base }: Rung): string =>
  [
    at.map(offsetSaid).join(', '),
    ...(every === undefined ? [] : [say('every', { span: spanSaid(every) })]),
    ...(base === 'due' ? [] : [say(`base_${base}`)]),
  ].join(', ');
