import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { User } from '../../../contract/routes/users.js';
import { reads, useWords } from '../../api/reads.js';
import { Block } from '../../parts/block.js';
import { say } from '../../texts/administration.js';
import styles from './administration.module.css';

/** The communes, and who is there for each. */
export function Communes() {
  const words = useWords();
  const query = useQuery(reads.users());
  const working = (query.data ?? []).filter(({ endedAt }) => endedAt === null);
  const there = (role: User['role'], commune: string): string =>
    working
      .filter((user) => user.role === role && (user.communes?.includes(commune) ?? true))
      .map(({ name }) => name)
      .join(', ') || say('nobody');
  return (
    <Block title={say('part_communes')} query={query} lines={10}>
      <p>{say('communesIntro')}</p>
      <div className={styles.scroll} role="region" aria-label={say('part_communes')} tabIndex={0}>
        <Table>
          <caption className="visually-hidden">{say('part_communes')}</caption>
          <Table.Thead>
            <Table.Tr>
              {(['commune', 'coaches', 'coordinators'] as const).map((column) => (
                <Table.Th key={column} scope="col">
                  {say(column)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {Object.entries(words.communes).map(([key, name]) => (
              <Table.Tr key={key}>
                <Table.Th scope="row">{name}</Table.Th>
                <Table.Td>{there('coach', key)}</Table.Td>
                <Table.Td>{there('coordinator', key)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Block>
  );
}
