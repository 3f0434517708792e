import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { ImportCounts } from '../../../contract/routes/imports.js';
import { reads } from '../../api/reads.js';
import { Block } from '../../parts/block.js';
import { PlainTable } from '../../parts/plain-table/plain-table.js';
import { say } from '../../texts/import.js';
import { instantInFull } from '../../time/days.js';
import { figures } from './figures.js';
import { isUnderWay } from './use-progress.js';
import styles from './import.module.css';

const lookEveryMs = 2000;
const columns = ['when', 'by', 'kind', 'state', 'rows', ...figures] as const;

/** What was checked and let in, by whom and when. */
export function PastImports() {
  const query = useQuery({
    ...reads.imports(),
    refetchInterval: ({ state: { data = [] } }) => (data.some(isUnderWay) ? lookEveryMs : false),
  });
  const imports = query.data ?? [];
  return (
    <Block title={say('past')} query={query} lines={4}>
      {imports.length === 0 ? (
        <p>{say('pastNone')}</p>
      ) : (
        <PlainTable name={say('past')} columns={columns.map((column) => say(column))}>
          {imports.map((each) => (
            <PastImport key={each.id} of={each} />
          ))}
        </PlainTable>
      )}
    </Block>
  );
}

function PastImport({ of }: { of: ImportCounts }) {
  const at = instantInFull(of.at);
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Link to={`/import/${of.id}`} aria-label={say('open', { at })}>
          <time dateTime={of.at}>{at}</time>
        </Link>
      </Table.Th>
      <Table.Td>{of.by}</Table.Td>
      <Table.Td>{say(of.dryRun ? 'kind_check' : 'kind_run')}</Table.Td>
      <Table.Td>{say(`state_${of.state}`)}</Table.Td>
      {(['rows', ...figures] as const).map((name) => (
        <Table.Td key={name} className={styles.figure}>
          {of[name]}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
