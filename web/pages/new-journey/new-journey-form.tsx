import { Alert, Button, Group } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import type { Need } from '../../../contract/pages/act.js';
import { useMe, useWords } from '../../api/reads.js';
import { Field } from '../../parts/act/field.js';
import type { Value, Values } from '../../parts/act/fill.js';
import { Refusal } from '../../parts/act/refusal.js';
import { useColleagues } from '../../parts/use-colleagues.js';
import { say as common } from '../../texts/common.js';
import { say } from '../../texts/new-journey.js';
import { Alike } from './alike.js';
import { needsOf } from './needs.js';
import styles from './new-journey.module.css';
import { useOpening, type Opened } from './use-opening.js';

/** The fields, and beside them who is perhaps there already. What was typed stays until it is saved. */
export function NewJourneyForm({ onOpened }: { onOpened: (opened: Opened) => void }) {
  const me = useMe();
  const words = useWords();
  const { coaches } = useColleagues();
  const [typed, setTyped] = useState<Values>({});
  const [unfolded, setUnfolded] = useState(false);
  const opening = useOpening(Object.keys(typed).length > 0, onOpened);
  const { faults, refused } = opening;
  const { first, more } = needsOf({ me, words, coaches, asksException: opening.asksException });
  const values: Values = {
    ...Object.fromEntries(first.map(({ pointer, preset }) => [pointer, preset])),
    ...typed,
  };
  const labels = Object.fromEntries([...first, ...more].map(({ pointer, label }) => [pointer, label]));
  // a field with a fault is seen
  const isOpen = unfolded || more.some(({ pointer }) => pointer in faults);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refused !== undefined || Object.keys(faults).length > 0) summary.current?.focus();
  }, [refused, faults]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void opening.send([...first, ...more], values);
  };
  const field = (need: Need) => (
    <Field
      key={need.pointer}
      need={need}
      value={values[need.pointer]}
      error={faults[need.pointer]}
      onChange={(value: Value) => setTyped((before) => ({ ...before, [need.pointer]: value }))}
    />
  );
  const name = (pointer: string): string => String(values[pointer] ?? '');
  return (
    <div className={styles.page}>
      <form onSubmit={submit} noValidate className={styles.form}>
        <p>{say('intro')}</p>
        <div ref={summary} tabIndex={-1} className={styles.summary}>
          <Refusal error={refused} fields={faults} labels={labels} />
          {opening.isWaiting && <Alert color="soon">{say('waiting')}</Alert>}
        </div>
        <div className={styles.fields}>{first.map(field)}</div>
        <Button
          variant="subtle"
          aria-expanded={isOpen}
          aria-controls="more-fields"
          onClick={() => setUnfolded(!isOpen)}
        >
          {say('more')} ({common('optional')})
        </Button>
        <div id="more-fields" className={styles.fields} hidden={!isOpen}>
          {more.map(field)}
        </div>
        <Group>
          <Button type="submit" loading={opening.busy} disabled={opening.isWaiting}>
            {common('save')}
          </Button>
          <Button variant="default" component={Link} to="/teilnehmende">
            {common('cancel')}
          </Button>
        </Group>
      </form>
      <Alike givenName={name('/participant/givenName')} familyName={name('/participant/familyName')} />
    </div>
  );
}
