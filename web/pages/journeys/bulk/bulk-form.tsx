import { Button, Stack } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { BulkOffer } from '../../../../contract/pages/bulk.js';
import { startBulk } from '../../../api/bulk.js';
import { Refused } from '../../../api/problem.js';
import { newKey } from '../../../api/wishes.js';
import { Field } from '../../../parts/act/field.js';
import { fill, unfilled, type Values } from '../../../parts/act/fill.js';
import { Refusal } from '../../../parts/act/refusal.js';
import { useDrafts } from '../../../parts/act/use-drafts.js';
import { say as common } from '../../../texts/common.js';
import { say } from '../../../texts/journeys.js';

interface BulkFormProps {
  offer: BulkOffer;
  ids: readonly string[];
  values: Values;
  onChange: (values: Values) => void;
  onPreview: (id: string, body: Record<string, unknown>) => void;
}

/** First step: the fields of the act, once for all. */
export function BulkForm({ offer, ids, values, onChange, onPreview }: BulkFormProps) {
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [refused, setRefused] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const drafts = useDrafts(draftOf(offer), offer, values, onChange);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refused !== undefined || Object.keys(errors).length > 0) summary.current?.focus();
  }, [refused, errors]);
  const submit = async (): Promise<void> => {
    const missing = unfilled(offer, values);
    setErrors(Object.fromEntries(missing.map(({ pointer }) => [pointer, common('required')])));
    if (missing.length > 0) return;
    const body = fill(offer, values);
    setBusy(true);
    setRefused(undefined);
    try {
      onPreview(await startBulk({ command: offer.command, body, ids, dryRun: true }, newKey()), body);
    } catch (error) {
      setRefused(error);
      setErrors(fieldsOf(error));
      setBusy(false);
    }
  };
  return (
    <form
      aria-label={offer.label}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (!busy) void submit();
      }}
    >
      <Stack gap="sm">
        <p>{say('bulkFor', { n: ids.length })}</p>
        <div ref={summary} tabIndex={-1}>
          <Refusal error={refused} fields={errors} />
        </div>
        {drafts.offer}
        {offer.needs.map((need, at) => (
          <Field
            key={need.pointer}
            need={need}
            value={values[need.pointer]}
            onChange={(value) => onChange({ ...values, [need.pointer]: value })}
            error={errors[need.pointer]}
            autoFocus={at === 0}
          />
        ))}
        <div>
          <Button type="submit" loading={busy}>
            {say('toPreview')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

/** Under which name what was typed is kept until the act is put down. */
export const draftOf = ({ command }: BulkOffer): string => `bulk ${command}`;

/** The act's own fields stand in the body of what was sent. */
const fieldsOf = (error: unknown): Record<string, string> =>
  error instanceof Refused
    ? Object.fromEntries(
        (error.body.errors ?? []).map(({ pointer, message }) => [pointer.replace(/^\/body/, ''), message]),
      )
    : {};
