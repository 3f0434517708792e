import { Button, Table } from '@mantine/core';
import type { User } from '../../../contract/routes/users.js';
import { useMe, useWords } from '../../api/reads.js';
import { Day } from '../../parts/day/day.js';
import { PlainTable } from '../../parts/plain-table/plain-table.js';
import { say } from '../../texts/administration.js';
import { berlinDay, dayInFull } from '../../time/days.js';
import type { Dialog } from './dialog-of.js';
import styles from './administration.module.css';

const columns = [
  'name',
  'role',
  'communes',
  'phone',
  'journeys',
  'lastSignedIn',
  'state',
  'actions',
] as const;

interface UserTableProps {
  users: readonly User[];
  onDo: (dialog: Dialog) => void;
}

/** Accounts in a table. */
export function UserTable({ users, onDo }: UserTableProps) {
  return (
    <PlainTable name={say('part_users')} columns={columns.map((column) => say(column))}>
      {users.map((user) => (
        <UserRow key={user.id} user={user} onDo={onDo} />
      ))}
    </PlainTable>
  );
}

function UserRow({ user, onDo }: { user: User; onDo: (dialog: Dialog) => void }) {
  const words = useWords();
  const { name, email, role, communes, phone, journeys, lastSignedIn } = user;
  const where =
    role === 'admin'
      ? say('noCommunes')
      : (communes?.map((key) => words.communes[key] ?? key).join(', ') ?? say('region'));
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {name}
        <small className={styles.below}>{email}</small>
      </Table.Th>
      <Table.Td>{say(`role_${role}`)}</Table.Td>
      <Table.Td>{where}</Table.Td>
      <Table.Td>{phone}</Table.Td>
      <Table.Td className={styles.figure}>{role === 'coach' ? journeys : ''}</Table.Td>
      <Table.Td>{lastSignedIn === null ? say('never') : <Day of={lastSignedIn} as="table" />}</Table.Td>
      <Table.Td>{stateSaid(user)}</Table.Td>
      <Table.Td>
        <Acts user={user} onDo={onDo} />
      </Table.Td>
    </Table.Tr>
  );
}

function stateSaid({ endedAt, invitedUntil, hasPassword }: User): string {
  const on = (instant: string): { date: string } => ({ date: dayInFull(berlinDay(instant)) });
  if (endedAt !== null) return say('state_ended', on(endedAt));
  if (invitedUntil !== null) return say('state_invited', on(invitedUntil));
  return say(hasPassword ? 'state_active' : 'state_noPassword');
}

/** What can be done; one's own account is changed by somebody else, but for name and number. */
function Acts({ user, onDo }: { user: User; onDo: (dialog: Dialog) => void }) {
  const me = useMe();
  const { name, endedAt, hasPassword } = user;
  const isOwn = user.id === me.id;
  const button = (does: 'change' | 'invite' | 'end' | 'reopen', word: string, label: string) => (
    <Button
      variant="default"
      size="compact-sm"
      aria-haspopup="dialog"
      aria-label={label}
      onClick={() => onDo({ does, user })}
    >
      {word}
    </Button>
  );
  if (endedAt !== null) return button('reopen', say('reopen'), say('reopenOf', { name }));
  return (
    <div className={styles.acts}>
      {button('change', say('change'), say('changeOf', { name }))}
      {isOwn ? (
        <span>{say('own')}</span>
      ) : (
        <>
          {button('invite', say(hasPassword ? 'inviteAgain' : 'invite'), say('inviteOf', { name }))}
          {button('end', say('end'), say('endOf', { name }))}
        </>
      )}
    </div>
  );
}
