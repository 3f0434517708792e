import { Alert, Button, Group, Stack } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Act } from '../../../contract/pages/act.js';
import { isConflict, Refused } from '../../api/problem.js';
import { carryOut, newKey, type Fate } from '../../api/wishes.js';
import { say } from '../../texts/common.js';
import { Conflict } from './conflict.js';
import { Field } from './field.js';
import { fill, presetsOf, unfilled, type Value, type Values } from './fill.js';
import { Refusal } from './refusal.js';
import { useDrafts } from './use-drafts.js';
import { wishOf } from './wish-of.js';

/** As many fields are shown at once; optional ones beyond are a click away. */
const visible = 5;

interface ActFormProps {
  act: Act;
  /** The journey's id and its version as it was read, for acts that change what is there. */
  journey: { id: string; version: number | undefined };
  onDone: (fate: Fate) => void;
  onCancel: () => void;
}

/** The fields of one act, preset by the server. Enter saves; what was typed stays until it is in the log. */
export function ActForm({ act, journey, onDone, onCancel }: ActFormProps) {
  const key = useRef(newKey());
  const [values, setValues] = useState<Values>(() => presetsOf(act));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [refused, setRefused] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [all, setAll] = useState(false);
  const drafts = useDrafts(`${journey.id} ${act.key}`, act, values, setValues);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refused !== undefined || Object.keys(errors).length > 0) summary.current?.focus();
  }, [refused, errors]);

  // what changes something that is there must not overwrite what a colleague has just put in
  const changes = act.group === 'participant';
  const send = async (chosen: Values, seen: number | undefined): Promise<void> => {
    const missing = unfilled(act, chosen);
    setErrors(Object.fromEntries(missing.map(({ pointer }) => [pointer, say('required')])));
    if (missing.length > 0) return;
    setBusy(true);
    setRefused(undefined);
    const body = fill(act, chosen, changes);
    try {
      const ifMatch = changes && seen !== undefined ? { ifMatch: seen } : {};
      const fate = await carryOut({ ...wishOf(act, key.current, body), ...ifMatch });
      await drafts.forget();
      onDone(fate);
    } catch (error) {
      // the server has judged: what is sent next is another wish
      key.current = newKey();
      setRefused(error);
      if (error instanceof Refused) {
        setErrors(
          Object.fromEntries((error.body.errors ?? []).map(({ pointer, message }) => [pointer, message])),
        );
      }
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    if (!busy) void send(values, journey.version);
  };

  if (isConflict(refused)) {
    return (
      <Conflict
        act={act}
        journey={journey.id}
        mine={values}
        onSend={(chosen, version) => {
          setValues(chosen);
          void send(chosen, version);
        }}
        onDrop={onCancel}
      />
    );
  }
  const shown = all ? act.needs : act.needs.filter(({ required }, at) => required || at < visible);
  const folded = act.needs.length - shown.length;
  return (
    <form
      onSubmit={submit}
      aria-label={act.label}
      noValidate
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <Stack gap="sm">
        <div ref={summary} tabIndex={-1}>
          <Refusal error={refused} fields={errors} />
        </div>
        {drafts.offer}
        {act.confirm !== undefined && <Alert color="act">{act.confirm}</Alert>}
        {shown.map((need, at) => (
          <Field
            key={need.pointer}
            need={need}
            value={values[need.pointer]}
            onChange={(value: Value) => setValues((before) => ({ ...before, [need.pointer]: value }))}
            error={errors[need.pointer]}
            autoFocus={at === 0}
          />
        ))}
        {folded > 0 && (
          <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
            {say('moreFields', { n: folded })}
          </Button>
        )}
        <Group gap="sm">
          <Button type="submit" loading={busy} autoFocus={act.needs.length === 0}>
            {act.confirm === undefined ? say('save') : act.label}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {say('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
