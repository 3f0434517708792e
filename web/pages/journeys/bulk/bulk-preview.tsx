import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { BulkOffer } from '../../../../contract/pages/bulk.js';
import { startBulk } from '../../../api/bulk.js';
import { drafts } from '../../../api/drafts.js';
import { reads, useMe } from '../../../api/reads.js';
import { newKey } from '../../../api/wishes.js';
import { Refusal } from '../../../parts/act/refusal.js';
import { BlockFailed, Loading } from '../../../parts/block.js';
import { say } from '../../../texts/journeys.js';
import type { People } from '../people.js';
import { draftOf } from './bulk-form.js';
import { BulkLoads } from './bulk-loads.js';
import { OutcomeTable } from './outcome-table.js';

interface BulkPreviewProps {
  offer: BulkOffer;
  preview: { id: string; body: Record<string, unknown> };
  people: People;
  onStarted: (batch: string) => void;
  onBack: () => void;
}

const nobody: ReadonlySet<string> = new Set();

/** Second step: what would become of each; whoever is not meant is taken off. */
export function BulkPreview({ offer, preview, people, onStarted, onBack }: BulkPreviewProps) {
  const query = useQuery(reads.bulk(preview.id));
  const me = useMe();
  const [off, setOff] = useState(nobody);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  // pressed twice it is one act; for others it is another one
  const key = useRef(newKey());
  const { data } = query;
  const isThere = data?.state === 'done';
  useEffect(() => {
    if (isThere) button.current?.focus();
  }, [isThere]);
  if (query.error && !data) return <BlockFailed error={query.error} retry={() => void query.refetch()} />;
  if (data?.state === 'failed') return <p role="alert">{say('bulkFailed')}</p>;
  if (!data || !isThere) return <Loading lines={6} retry={() => void query.refetch()} />;
  const able = data.outcomes.filter(({ outcome }) => outcome === 'done').map(({ journeyId }) => journeyId);
  const ids = able.filter((id) => !off.has(id));
  const run = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      const wish = { command: offer.command, body: preview.body, ids, dryRun: false };
      const batch = await startBulk(wish, key.current);
      await drafts.forget(me, draftOf(offer));
      onStarted(batch);
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  };
  const takeOff = (next: ReadonlySet<string>): void => {
    key.current = newKey();
    setOff(next);
  };
  const toggle = (id: string): void => {
    const next = new Set(off);
    if (!next.delete(id)) next.add(id);
    takeOff(next);
  };
  return (
    <>
      <p role="status">
        {say('bulkPreview', { n: data.rows, ok: data.done, no: data.unchanged + data.refused })}
      </p>
      <Refusal error={error} fields={{}} />
      {data.loads && <BulkLoads loads={data.loads} ids={ids} />}
      {able.length > 1 && (
        <Group gap="xs">
          <Button variant="default" size="compact-sm" onClick={() => takeOff(nobody)}>
            {say('tickAll')}
          </Button>
          <Button variant="default" size="compact-sm" onClick={() => takeOff(new Set(able))}>
            {say('tickNobody')}
          </Button>
        </Group>
      )}
      <OutcomeTable
        outcomes={data.outcomes}
        people={people}
        caption={say('step_preview')}
        isPreview
        ticks={{ has: (id) => !off.has(id), toggle }}
      />
      <Group gap="sm">
        <Button ref={button} disabled={ids.length === 0} loading={busy} onClick={() => void run()}>
          {say('bulkRun', { what: offer.label, n: ids.length })}
        </Button>
        <Button variant="default" onClick={onBack}>
          {say('back')}
        </Button>
      </Group>
    </>
  );
}
