import type { Sql } from '../database/sql.js';
import { checkNames, type CheckName } from '../reconciliation/finding.js';
import { standingFindings } from '../reconciliation/findings-table.js';
import { lastRun } from '../reconciliation/run-table.js';
import { gauge, type Metric } from './prometheus.js';

/** What the nightly check found, and when it was done last; before the first one is done nothing is said of that. */
export async function reconciliation(sql: Sql): Promise<Metric[]> {
  const [findings, { finishedAt, seconds }] = await Promise.all([standingFindings(sql), lastRun(sql)]);
  const countOf = (name: CheckName): number => findings.find(({ check }) => check === name)?.count ?? 0;
  return [
    gauge(
      'lotse_findings',
      'Differences that stand, by the check that found them.',
      checkNames.map((name) => [`check="${name}"`, countOf(name)]),
    ),
    gauge(
      'lotse_reconciliation_last_success_timestamp_seconds',
      'When the nightly check was done last.',
      finishedAt === null ? [] : Date.parse(finishedAt) / 1000,
    ),
    gauge('lotse_reconciliation_duration_seconds', 'How long it took.', seconds ?? []),
  ];
}
