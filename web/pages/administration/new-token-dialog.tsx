import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Refusal } from '../../parts/act/refusal.js';
import { say } from '../../texts/administration.js';
import { say as common } from '../../texts/common.js';
import { instantInFull } from '../../time/days.js';
import { Secret } from './secret.js';
import { useSending } from './use-sending.js';
import { Window } from './window.js';
import styles from './administration.module.css';

/** For how many days a token can be made. */
const spans = ['30', '90', '365'];

interface Made {
  token: string;
  expiresAt: string;
}

/** Makes a token for one's own account; it is shown this once. */
export function NewTokenDialog({ onClose }: { onClose: () => void }) {
  const { busy, error, faults, send } = useSending();
  const [label, setLabel] = useState('');
  const [days, setDays] = useState('90');
  const [made, setMade] = useState<Made>();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const sent = await send<Made>('POST', '/tokens', { label, days: Number(days) });
    if (sent) setMade(sent.answer);
  };
  if (made) {
    return (
      <Window title={say('tokenAdd')} onClose={onClose}>
        <p>{say('tokenText', { date: instantInFull(made.expiresAt) })}</p>
        <Secret label={say('token')} text={made.token} />
        <Button variant="default" onClick={onClose}>
          {common('close')}
        </Button>
      </Window>
    );
  }
  return (
    <Window title={say('tokenAdd')} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate className={styles.form}>
        <Refusal error={error} fields={faults} />
        <TextInput
          name="label"
          label={say('tokenLabel')}
          description={say('tokenLabelHint')}
          value={label}
          error={faults['label']}
          data-autofocus
          onChange={({ currentTarget }) => setLabel(currentTarget.value)}
        />
        <NativeSelect
          label={say('tokenDays')}
          value={days}
          onChange={({ currentTarget }) => setDays(currentTarget.value)}
          data={spans.map((value) => ({ value, label: say('days', { n: Number(value) }) }))}
        />
        <Group>
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {say('tokenAdd')}
          </Button>
        </Group>
      </form>
    </Window>
  );
}
