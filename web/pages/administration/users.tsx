import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { User } from '../../../contract/routes/users.js';
import { reads, useWords } from '../../api/reads.js';
import { BlockFailed, Loading } from '../../parts/block.js';
import { say } from '../../texts/administration.js';
import { DialogOf, type Dialog } from './dialog-of.js';
import { roles } from './roles.js';
import { UserTable } from './user-table.js';
import styles from './administration.module.css';

/** Every account, and what can be done with it. */
export function Users() {
  const words = useWords();
  const [search, setSearch] = useSearchParams();
  const query = useQuery(reads.users());
  const [dialog, setDialog] = useState<Dialog>();
  const filters = {
    role: search.get('rolle') ?? '',
    commune: search.get('kommune') ?? '',
    ended: search.get('beendete') === '1',
  };
  const set = (name: string, value: string): void => {
    const next = new URLSearchParams(search);
    if (value === '') next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true });
  };
  const shown = query.data?.filter((user) => fits(user, filters));
  return (
    <>
      <p>{say('usersIntro')}</p>
      <search className={styles.filters} aria-label={say('filters')}>
        <NativeSelect
          label={say('role')}
          value={filters.role}
          onChange={({ currentTarget }) => set('rolle', currentTarget.value)}
          data={[
            { value: '', label: say('everything') },
            ...roles.map((value) => ({ value, label: say(`role_${value}`) })),
          ]}
        />
        <NativeSelect
          label={say('commune')}
          value={filters.commune}
          onChange={({ currentTarget }) => set('kommune', currentTarget.value)}
          data={[
            { value: '', label: say('everything') },
            ...Object.entries(words.communes).map(([value, label]) => ({ value, label })),
          ]}
        />
        <Checkbox
          label={say('withEnded')}
          checked={filters.ended}
          onChange={({ currentTarget }) => set('beendete', currentTarget.checked ? '1' : '')}
        />
        <Button onClick={() => setDialog({ does: 'add' })}>{say('add')}</Button>
      </search>
      <p role="status">{shown && say('listed', { n: shown.length })}</p>
      {shown ? (
        shown.length === 0 ? (
          <p>{say('none')}</p>
        ) : (
          <UserTable users={shown} onDo={setDialog} />
        )
      ) : query.error ? (
        <BlockFailed error={query.error} retry={() => void query.refetch()} />
      ) : (
        <Loading lines={10} retry={() => void query.refetch()} />
      )}
      {dialog && <DialogOf dialog={dialog} onClose={() => setDialog(undefined)} />}
    </>
  );
}

interface Filters {
  role: string;
  commune: string;
  ended: boolean;
}

const fits = (user: User, { role, commune, ended }: Filters): boolean =>
  (ended || user.endedAt === null) &&
  (role === '' || user.role === role) &&
  (commune === '' || (user.role !== 'admin' && (user.communes?.includes(commune) ?? true)));
