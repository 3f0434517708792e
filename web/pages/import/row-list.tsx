import type { UseQueryResult } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { ImportAnswer, ImportCounts, ImportOutcome } from '../../../contract/routes/imports.js';
import { Block } from '../../parts/block.js';
import { say } from '../../texts/import.js';
import { CaseRows } from './case-rows.js';
import { RefusedRows } from './refused-rows.js';
import { listIn, refusalsIn, warningsIn } from './row-lists.js';
import { WarnedRows } from './warned-rows.js';

interface RowListProps {
  query: UseQueryResult<ImportAnswer>;
  outcomes: readonly ImportOutcome[];
  of: ImportCounts;
}

/** The rows of one of the counts, line by line. */
export function RowList({ query, outcomes, of }: RowListProps) {
  const [search] = useSearchParams();
  const list = listIn(search, of);
  return (
    <Block title={say(`list_${list}`)} query={query} lines={8}>
      {list === 'rejected' ? (
        <RefusedRows of={refusalsIn(outcomes)} />
      ) : list === 'warned' ? (
        <WarnedRows
          of={warningsIn(outcomes)}
          id={of.id}
          isDry={of.dryRun}
          choices={query.data?.choices ?? []}
        />
      ) : (
        <CaseRows key={list} of={outcomes.filter(({ outcome }) => outcome === list)} name={list} />
      )}
    </Block>
  );
}
