import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { User } from '../../../contract/routes/users.js';
import { reads, useWords } from '../../api/reads.js';
import { Block } from '../../parts/block.js';
import { PlainTable } from '../../parts/plain-table/plain-table.js';
import { say } from '../../texts/administration.js';

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
      <PlainTable name={say('part_communes')} columns={[say('commune'), say('coaches'), say('coordinators')]}>
        {Object.entries(words.communes).map(([key, name]) => (
          <Table.Tr key={key}>
            <Table.Th scope="row">{name}</Table.Th>
            <Table.Td>{there('coach', key)}</Table.Td>
            <Table.Td>{there('coordinator', key)}</Table.Td>
          </Table.Tr>
        ))}
      </PlainTable>
    </Block>
  );
}
