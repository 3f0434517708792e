import { Button, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccessToken } from '../../../contract/routes/users.js';
import { reads } from '../../api/reads.js';
import { Block } from '../../parts/block.js';
import { PlainTable } from '../../parts/plain-table/plain-table.js';
import { say } from '../../texts/administration.js';
import { berlinDay, dayInFull } from '../../time/days.js';
import { NewTokenDialog } from './new-token-dialog.js';
import { RevokeDialog } from './revoke-dialog.js';

const columns = [
  'tokenLabel',
  'tokenOf',
  'role',
  'tokenCreated',
  'tokenExpires',
  'tokenUsed',
  'actions',
] as const;

/** The tokens that are valid, of everybody; the secrets themselves are not kept anywhere. */
export function Tokens() {
  const query = useQuery(reads.tokens());
  const [isNew, setNew] = useState(false);
  const [revoked, setRevoked] = useState<AccessToken>();
  const tokens = query.data ?? [];
  return (
    <>
      <Block
        title={say('part_tokens')}
        query={query}
        lines={4}
        aside={<Button onClick={() => setNew(true)}>{say('tokenAdd')}</Button>}
      >
        <p>{say('tokensIntro')}</p>
        {tokens.length === 0 ? (
          <p>{say('tokenNone')}</p>
        ) : (
          <PlainTable name={say('part_tokens')} columns={columns.map((column) => say(column))}>
            {tokens.map((token) => (
              <TokenRow key={token.id} of={token} onRevoke={setRevoked} />
            ))}
          </PlainTable>
        )}
      </Block>
      {isNew && <NewTokenDialog onClose={() => setNew(false)} />}
      {revoked && <RevokeDialog of={revoked} onClose={() => setRevoked(undefined)} />}
    </>
  );
}

function TokenRow({ of, onRevoke }: { of: AccessToken; onRevoke: (token: AccessToken) => void }) {
  const label = of.label ?? say('withoutLabel');
  const day = (instant: string): string => dayInFull(berlinDay(instant));
  return (
    <Table.Tr>
      <Table.Th scope="row">{label}</Table.Th>
      <Table.Td>{of.user.name}</Table.Td>
      <Table.Td>{say(`role_${of.user.role}`)}</Table.Td>
      <Table.Td>{day(of.createdAt)}</Table.Td>
      <Table.Td>{day(of.expiresAt)}</Table.Td>
      <Table.Td>{of.lastUsedAt === null ? say('never') : day(of.lastUsedAt)}</Table.Td>
      <Table.Td>
        <Button
          variant="default"
          size="compact-sm"
          aria-haspopup="dialog"
          aria-label={say('revokeOf', { label })}
          onClick={() => onRevoke(of)}
        >
          {say('revoke')}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
