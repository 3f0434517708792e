import { Alert, Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BulkAnswer } from '../../../../contract/pages/bulk.js';
import { undoBulk } from '../../../api/bulk.js';
import { reads } from '../../../api/reads.js';
import { Refusal } from '../../../parts/act/refusal.js';
import { BlockFailed, Loading } from '../../../parts/block.js';
import { download } from '../../../parts/download.js';
import { say } from '../../../texts/journeys.js';
import { timeOf } from '../../../time/days.js';
import type { People } from '../people.js';
import styles from './bulk.module.css';
import { inWords, OutcomeTable } from './outcome-table.js';
import { resultFile } from './result-file.js';

interface BulkResultProps {
  batch: string;
  people: People;
  onStarted: (batch: string) => void;
  onKeep: (ids: readonly string[]) => void;
}

/** Third step: what became of each, row by row as it happens, and the way back for a while. */
export function BulkResult({ batch, people, onStarted, onKeep }: BulkResultProps) {
  const query = useQuery(reads.bulk(batch));
  const { data } = query;
  if (query.error && !data) return <BlockFailed error={query.error} retry={() => void query.refetch()} />;
  if (!data) return <Loading lines={6} retry={() => void query.refetch()} />;
  const seen = data.done + data.unchanged + data.refused;
  const isOver = data.state === 'done' || data.state === 'failed';
  const undone = data.outcomes.filter(({ outcome }) => outcome !== 'done');
  return (
    <>
      {!isOver && (
        <progress
          className={styles.progress}
          aria-label={say('bulkProgress', { seen, of: data.rows })}
          value={seen}
          max={Math.max(1, data.rows)}
        />
      )}
      {data.state === 'failed' && <Alert color="act">{say('bulkFailed')}</Alert>}
      <p role="status" data-result={data.state}>
        {isOver ? said(data) : say('bulkProgress', { seen, of: data.rows })}
      </p>
      <OutcomeTable outcomes={data.outcomes} people={people} caption={say('step_result')} />
      {isOver && (
        <Group gap="sm">
          <Undo batch={data} onStarted={onStarted} />
          {undone.length > 0 && (
            <Button variant="default" onClick={() => onKeep(undone.map(({ journeyId }) => journeyId))}>
              {say('keepUndone', { n: undone.length })}
            </Button>
          )}
          <Button variant="default" onClick={() => save(data, people)}>
            {say('resultFile')}
          </Button>
        </Group>
      )}
    </>
  );
}

const said = ({ undoes, done, rows, unchanged, refused }: BulkAnswer): string =>
  say(undoes === undefined ? 'bulkResult' : 'bulkUndone', { ok: done, n: rows, no: unchanged + refused });

function save(answer: BulkAnswer, people: People): void {
  const words = {
    heads: [say('sort_externalId'), say('outcome')] as const,
    outcome: (row: BulkAnswer['outcomes'][number]) => inWords(row, false),
  };
  download(`${say('resultName')}.csv`, resultFile(answer.outcomes, people, words));
}

/** Takes all of it back while that is possible. */
function Undo({ batch, onStarted }: { batch: BulkAnswer; onStarted: (batch: string) => void }) {
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  if (batch.undoUntil === null || batch.done === 0) return null;
  const undo = async (): Promise<void> => {
    setBusy(true);
    try {
      onStarted(await undoBulk(batch.id));
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Refusal error={error} fields={{}} />
      <Button loading={busy} onClick={() => void undo()}>
        {say('undoAll', { until: timeOf(batch.undoUntil) })}
      </Button>
    </>
  );
}
