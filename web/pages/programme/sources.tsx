import { Table } from '@mantine/core';
import { Link } from 'react-router';
import { PlainTable } from '../../parts/plain-table/plain-table.js';
import { say } from '../../texts/programme.js';
import { inOwn, type Definition } from './definition.js';
import { addressOf } from './parts.js';
import styles from './programme.module.css';

/** The law and practice behind the deadlines, each once, with what rests on it. */
export function Sources({ programme: { deadlines } }: Definition) {
  const sources = [...new Set(deadlines.map(({ law }) => law.source))].sort((a, b) =>
    a.localeCompare(b, 'de'),
  );
  return (
    <>
      <p>{say('sourcesIntro')}</p>
      <PlainTable name={say('part_sources')} columns={[say('source'), say('confidence'), say('usedBy')]}>
        {sources.map((source) => {
          const own = deadlines.filter(({ law }) => law.source === source);
          const sure = [...new Set(own.map(({ law }) => say(`confidence_${law.confidence}`)))];
          return (
            <Table.Tr key={source}>
              <Table.Th scope="row" lang="de">
                {source}
              </Table.Th>
              <Table.Td>{sure.join(', ')}</Table.Td>
              <Table.Td>
                <ul className={styles.plain}>
                  {own.map(({ key, title }) => (
                    <li key={key}>
                      <Link to={addressOf('deadlines', key)}>{inOwn(title)}</Link>
                    </li>
                  ))}
                </ul>
              </Table.Td>
            </Table.Tr>
          );
        })}
      </PlainTable>
    </>
  );
}
