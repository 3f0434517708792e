import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { ImportCounts } from '../../../contract/routes/imports.js';
import { Refused } from '../../api/problem.js';
import { reads, useMe } from '../../api/reads.js';
import { Block, BlockFailed, Loading } from '../../parts/block.js';
import { useTitle } from '../../parts/use-title.js';
import { say } from '../../texts/import.js';
import { instantInFull } from '../../time/days.js';
import { Counts } from './counts.js';
import { FileBlock } from './file-block.js';
import { NextAct } from './next-act.js';
import { Progress } from './progress.js';
import { RowList } from './row-list.js';
import { Steps, type Step } from './steps.js';
import { doneOf, isUnderWay, useProgress } from './use-progress.js';
import { warningsIn } from './row-lists.js';
import styles from './import.module.css';

/** One import: how far it is, what becomes of its rows, and what can be done next. */
export function OneImportPage() {
  useTitle(say('title'));
  const { id = '' } = useParams();
  const query = useProgress(id);
  const { data: counts, error } = query;
  return (
    <div className={styles.page}>
      <h1>{counts ? say(counts.dryRun ? 'dryTitle' : 'runTitle') : say('heading')}</h1>
      {counts ? (
        <OneImport key={id} of={counts} />
      ) : error instanceof Refused && error.status === 404 ? (
        <p>{say('notThere')}</p>
      ) : error ? (
        <BlockFailed error={error} retry={() => void query.refetch()} />
      ) : (
        <Loading lines={8} retry={() => void query.refetch()} />
      )}
      <p>
        <Link to="/import">{say('all')}</Link>
      </p>
    </div>
  );
}

const stepOf = (counts: ImportCounts): Step =>
  counts.dryRun ? 'check' : isUnderWay(counts) ? 'run' : 'result';

function OneImport({ of: counts }: { of: ImportCounts }) {
  const { role } = useMe();
  const { id, at, by, basis, dryRun } = counts;
  const isOver = !isUnderWay(counts);
  const seesRows = role === 'coordinator';
  const rows = useQuery({ ...reads.importRows(id), enabled: isOver && seesRows });
  const outcomes = rows.data?.outcomes ?? [];
  const samePersons = rows.data?.choices.filter(({ choice }) => choice === 'same_person').length ?? 0;
  return (
    <>
      <Steps at={stepOf(counts)} />
      <p role="status">{summaryOf(counts)}</p>
      <p className={styles.dimmed}>
        {say('startedBy', { at: instantInFull(at), by, basis: say(`basis_${basis}`) })}
      </p>
      {!isOver && <Progress of={counts} />}
      {seesRows && <FileBlock id={id} rows={counts.rows} />}
      <Block title={say(dryRun ? 'counts' : 'countsRun')}>
        <Counts of={counts} {...(seesRows && rows.data && { warned: warningsIn(outcomes).length })} />
        {isOver && seesRows && <NextAct of={counts} samePersons={samePersons} />}
      </Block>
      {isOver && seesRows && <RowList query={rows} outcomes={outcomes} of={counts} />}
    </>
  );
}

function summaryOf(counts: ImportCounts): string {
  const { state, dryRun, opened, updated, rejected } = counts;
  if (state === 'failed') return say('failed');
  if (state === 'queued') return say('waits');
  if (state === 'running') return say('mayLeave');
  const changesNothing = opened + updated + rejected === 0 && doneOf(counts) > 0;
  return [say(dryRun ? 'dry' : 'ran'), ...(changesNothing ? [say('same')] : [])].join(' ');
}
