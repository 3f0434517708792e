import { Button, Checkbox, Group, NativeSelect, Radio, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { User } from '../../../contract/routes/users.js';
import { useMe, useWords } from '../../api/reads.js';
import { Refusal } from '../../parts/act/refusal.js';
import { say } from '../../texts/administration.js';
import { say as common } from '../../texts/common.js';
import { roles } from './roles.js';
import { useSending } from './use-sending.js';
import { Window } from './window.js';
import styles from './administration.module.css';

interface UserDialogProps {
  /** The account that is changed; without one another is made. */
  user?: User;
  onClose: () => void;
}

/** Who it is, in which role, and where. What is expected of the fields is the server's to say. */
export function UserDialog({ user, onClose }: UserDialogProps) {
  const me = useMe();
  const { busy, error, faults, send } = useSending();
  const [typed, setTyped] = useState(() => typedOf(user));
  const { role } = typed;
  const put = (more: Partial<Typed>): void => setTyped((before) => ({ ...before, ...more }));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const sent = user
      ? await send('PATCH', `/users/${user.id}`, changesOf(user, typed))
      : await send('POST', '/users', newOf(typed));
    if (sent) onClose();
  };
  const text = (name: 'name' | 'email' | 'phone', description?: string) => (
    <TextInput
      name={name}
      label={say(name)}
      description={description}
      value={typed[name]}
      error={faults[name]}
      autoComplete="off"
      onChange={({ currentTarget }) => put({ [name]: currentTarget.value })}
    />
  );
  return (
    <Window title={user ? say('changeOf', { name: user.name }) : say('add')} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate className={styles.form}>
        <Refusal error={error} fields={faults} />
        {text('name')}
        {user === undefined && text('email')}
        {text('phone', say('phoneHint'))}
        <NativeSelect
          name="role"
          label={say('role')}
          value={role}
          disabled={user?.id === me.id}
          onChange={({ currentTarget }) => put({ role: currentTarget.value as User['role'] })}
          data={roles.map((value) => ({ value, label: say(`role_${value}`) }))}
        />
        {role !== 'admin' && <Where typed={typed} put={put} error={faults['communes']} />}
        <Group>
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {common('save')}
          </Button>
        </Group>
      </form>
    </Window>
  );
}

interface WhereProps {
  typed: Typed;
  put: (more: Partial<Typed>) => void;
  error: string | undefined;
}

/** The whole region, or some communes. */
function Where({ typed: { everywhere, communes }, put, error }: WhereProps) {
  const words = useWords();
  return (
    <>
      <Radio.Group
        label={say('communes')}
        value={everywhere ? 'region' : 'some'}
        onChange={(value) => put({ everywhere: value === 'region' })}
        error={error}
      >
        <div className={styles.options}>
          <Radio value="region" label={say('region')} />
          <Radio value="some" name="communes" label={say('someCommunes')} />
        </div>
      </Radio.Group>
      {!everywhere && (
        <Checkbox.Group
          aria-label={say('communes')}
          value={communes}
          onChange={(chosen) => put({ communes: chosen })}
        >
          <div className={styles.options}>
            {Object.entries(words.communes).map(([key, name]) => (
              <Checkbox key={key} value={key} label={name} />
            ))}
          </div>
        </Checkbox.Group>
      )}
    </>
  );
}

interface Typed {
  name: string;
  email: string;
  phone: string;
  role: User['role'];
  everywhere: boolean;
  communes: string[];
}

const typedOf = (user?: User): Typed => ({
  name: user?.name ?? '',
  email: user?.email ?? '',
  phone: user?.phone ?? '',
  role: user?.role ?? 'coach',
  everywhere: user !== undefined && user.communes === null,
  communes: user?.communes ?? [],
});

const communesOf = ({ role, everywhere, communes }: Typed): string[] | null =>
  role === 'admin' || everywhere ? null : communes;

const newOf = (typed: Typed) => ({
  email: typed.email,
  name: typed.name,
  role: typed.role,
  ...(typed.phone.trim() !== '' && { phone: typed.phone }),
  communes: communesOf(typed),
});

const changesOf = (user: User, typed: Typed) => ({
  name: typed.name,
  phone: typed.phone.trim() === '' ? null : typed.phone,
  ...(typed.role !== user.role && { role: typed.role }),
  communes: communesOf(typed),
});
